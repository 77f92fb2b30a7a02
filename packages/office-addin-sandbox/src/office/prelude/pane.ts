import type { ScriptedInPane } from '../../scriptedInPane.ts';
import { factsMember, isOurs, type FromPane, type PaneFacts, type ToPane } from '../paneMessages.ts';

/** The pane in which the prelude runs, and its way to the host page. */
export interface Pane {
  facts: PaneFacts;
  readonly hostOrigin: string;
  tell(message: FromPane): void;
  /** Asks the sandbox what this call meets. @param what for the log */
  ask(kind: ScriptedInPane, what: string): Promise<unknown>;
}

const waiting = new Map<number, (answer: unknown) => void>();
let lastId = 0;

/** Undefined outside of a pane of ours: in dialogs, and in pages that another host opened. */
export function findPane(): Pane | undefined {
  if (window.parent === window || window.opener) return undefined;
  const name = readName();
  const facts = name[factsMember] as PaneFacts | undefined;
  const [, , hostUrl] = text(name['xdmInfo']).split('|');
  if (!facts || !hostUrl || text(name['hostInfo']).includes('isDialog')) return undefined;
  const hostOrigin = new URL(hostUrl).origin;
  const tell = (message: FromPane) => window.parent.postMessage(message, hostOrigin);
  const ask = (kind: ScriptedInPane, what: string) =>
    new Promise<unknown>((resolve) => {
      const id = (lastId += 1);
      waiting.set(id, resolve);
      tell({ sandbox: 'ask', id, kind, what });
    });
  return { facts, hostOrigin, tell, ask };
}

/** Keeps the facts up to date and hands on what the host page says. */
export function listen(pane: Pane, hear: (message: Exclude<ToPane, { sandbox: 'answer' }>) => void): void {
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || origin !== pane.hostOrigin || !isOurs(data)) return;
    const message = data as ToPane;
    if (message.sandbox === 'answer') {
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
      return;
    }
    if (message.sandbox === 'facts') pane.facts = message.facts;
    hear(message);
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
