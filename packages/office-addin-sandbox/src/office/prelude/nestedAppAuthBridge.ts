import type { BridgeKind } from '../paneMessages.ts';
import type { Pane } from './pane.ts';

/** Long enough that an add-in that doesn't wait for the bridge fails. */
const LOADING_MS = 300;

type Listener = (response: string) => void;

/** The bridge that msal-browser uses (BridgeProxy in its package). Requests and responses are JSON text. */
interface Bridge {
  addEventListener(type: string, listener: Listener): void;
  removeEventListener(type: string, listener: Listener): void;
  postMessage(request: string): void;
}

const page = window as { nestedAppAuthBridge?: unknown; __initializeNestedAppAuth?: () => Promise<void> };

/** Relays nested app authentication to the host page, which simulates Office's broker. */
export function nestedAppAuthBridge(pane: Pane): {
  show(kind: BridgeKind): void;
  receive(text: string): void;
} {
  const listeners = new Set<Listener>();
  const bridge: Bridge = {
    addEventListener: (type, listener) => void (type === 'message' && listeners.add(listener)),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    postMessage: (request) => pane.post({ sandbox: 'nested', text: request }),
  };
  let shown: BridgeKind | undefined;
  const hooks = {
    hook: async () => {
      await new Promise((resolve) => setTimeout(resolve, LOADING_MS));
      page.nestedAppAuthBridge = bridge;
    },
    'hook-empty': () => Promise.resolve(),
    'hook-rejects': () => Promise.reject(new Error('Error of the current sandbox scenario.')),
    'hook-hangs': () => new Promise<void>(() => undefined),
  };
  return {
    show(kind) {
      // Keeps a bridge that the hook has added.
      if (kind === shown) return;
      shown = kind;
      delete page.nestedAppAuthBridge;
      delete page.__initializeNestedAppAuth;
      if (kind === 'bridge') page.nestedAppAuthBridge = bridge;
      else if (kind !== 'none') page.__initializeNestedAppAuth = hooks[kind];
    },
    receive(text) {
      for (const listener of listeners) listener(text);
    },
  };
}
