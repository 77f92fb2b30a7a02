import type { ScriptedInPane } from '../../scriptedInPane.ts';
import {
  configMember,
  isSandboxMessage,
  type FromPane,
  type PaneConfig,
  type ToPane,
} from '../paneMessages.ts';

/** The pane that the prelude runs in, with its connection to the host page. */
export interface Pane {
  config: PaneConfig;
  readonly hostOrigin: string;
  post(message: FromPane): void;
  /** Returns the scenario's answer to a call. @param what for the log */
  ask(kind: ScriptedInPane, what: string): Promise<unknown>;
}

const pending = new Map<number, (answer: unknown) => void>();
let lastId = 0;

/** Returns undefined outside a pane of the sandbox: in dialogs, and in pages that another host has opened. */
export function findPane(): Pane | undefined {
  if (window.parent === window || window.opener) return undefined;
  const name = readName();
  const config = name[configMember] as PaneConfig | undefined;
  const [, , hostUrl] = text(name['xdmInfo']).split('|');
  if (!config || !hostUrl || text(name['hostInfo']).includes('isDialog')) return undefined;
  const hostOrigin = new URL(hostUrl).origin;
  const post = (message: FromPane) => window.parent.postMessage(message, hostOrigin);
  const ask = (kind: ScriptedInPane, what: string) =>
    new Promise<unknown>((resolve) => {
      const id = (lastId += 1);
      pending.set(id, resolve);
      post({ sandbox: 'ask', id, kind, what });
    });
  return { config, hostOrigin, post, ask };
}

/** Handles messages of the host page: resolves answers, updates the configuration, and passes on the rest. */
export function onHostMessage(
  pane: Pane,
  handle: (message: Exclude<ToPane, { sandbox: 'answer' }>) => void,
): void {
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || origin !== pane.hostOrigin || !isSandboxMessage(data)) return;
    const message = data as ToPane;
    if (message.sandbox === 'answer') {
      pending.get(message.id)?.(message.answer);
      pending.delete(message.id);
      return;
    }
    if (message.sandbox === 'config') pane.config = message.config;
    handle(message);
  });
}

function readName(): Record<string, unknown> {
  try {
    const name: unknown = JSON.parse(window.name);
    return typeof name === 'object' && name !== null ? (name as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
