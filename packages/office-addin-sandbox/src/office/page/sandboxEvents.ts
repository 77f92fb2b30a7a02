import type { LogEntry } from '../../log.ts';
import type { CurrentScenario } from './controlApi.ts';

export interface SandboxEvents {
  readonly scenario: (inForce: CurrentScenario) => void;
  readonly log: (entry: LogEntry) => void;
  readonly document: (change: { readonly app: string; readonly content: readonly unknown[] }) => void;
  /** The stream has opened or reopened: fetch the log entries that were missed. */
  readonly connected: () => void;
  readonly lost: () => void;
}

/** Subscribes to the sandbox's event stream. The browser reconnects automatically. */
export function onSandboxEvents(events: SandboxEvents): void {
  const stream = new EventSource('/__sandbox/events');
  const on = <T>(name: string, handle: (data: T) => void) =>
    stream.addEventListener(name, ({ data }: MessageEvent<string>) => handle(JSON.parse(data) as T));
  on('scenario', events.scenario);
  on('log', events.log);
  on('document', events.document);
  stream.addEventListener('open', events.connected);
  stream.addEventListener('error', events.lost);
}
