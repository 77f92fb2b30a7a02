import type { Pane } from './pane.ts';

type Listener = (response: string) => void;

/** The bridge as msal-browser looks for it (BridgeProxy in its package): JSON text both ways. */
interface Bridge {
  addEventListener(type: string, listener: Listener): void;
  removeEventListener(type: string, listener: Listener): void;
  postMessage(request: string): void;
}

const page = window as { nestedAppAuthBridge?: unknown };

/** Relays nested app authentication to the host page, which answers as Office's broker. */
export function nestedAppAuthBridge(pane: Pane): {
  show(present: boolean): void;
  receive(text: string): void;
} {
  const listeners = new Set<Listener>();
  const bridge: Bridge = {
    addEventListener: (type, listener) => void (type === 'message' && listeners.add(listener)),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
    postMessage: (request) => pane.tell({ sandbox: 'nested', text: request }),
  };
  return {
    show(present) {
      if (present) page.nestedAppAuthBridge = bridge;
      else delete page.nestedAppAuthBridge;
    },
    receive(text) {
      for (const listener of listeners) listener(text);
    },
  };
}
