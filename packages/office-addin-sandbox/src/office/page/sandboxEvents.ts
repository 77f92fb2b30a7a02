import type { LogEntry } from '../../log.ts';
import type { ScenarioInForce } from './controlApi.ts';

export interface SandboxEvents {
  readonly scenario: (inForce: ScenarioInForce) => void;
  readonly log: (entry: LogEntry) => void;
  readonly document: (change: { readonly app: string; readonly content: readonly unknown[] }) => void;
  /** The stream is open, for the first time or again: what was said meanwhile has to be fetched. */
  readonly connected: () => void;
  readonly lost: () => void;
}

/** The sandbox's stream of changes; the browser connects again by itself. */
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
