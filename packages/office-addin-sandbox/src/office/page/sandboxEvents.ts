import type { LogEntry } from '../../log.ts';
import type { LaunchEventRequest } from '../../control/launchEvents.ts';
import type { StreamMessage } from '../eventStream/messages.ts';
import type { CurrentScenario } from './controlApi.ts';

export interface SandboxEvents {
  readonly scenario: (inForce: CurrentScenario) => void;
  readonly log: (entry: LogEntry) => void;
  readonly document: (change: { readonly app: string; readonly content: readonly unknown[] }) => void;
  /** A program raises an event. */
  readonly launchEvent: (request: { readonly id: string } & LaunchEventRequest) => void;
  /** The stream has opened or reopened: fetch the log entries that were missed. */
  readonly connected: () => void;
  readonly lost: () => void;
}

/**
 * Subscribes to the sandbox's event stream, which reconnects automatically. All pages of a browser share one connection:
 * a browser opens at most six to one origin.
 */
export function onSandboxEvents(events: SandboxEvents): void {
  const stream = 'SharedWorker' in window ? sharedStream() : new EventSource('/__sandbox/events');
  const on = <T>(name: string, handle: (data: T) => void) =>
    stream.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data) as T));
  on('scenario', events.scenario);
  on('log', events.log);
  on('document', events.document);
  on('launchEvent', events.launchEvent);
  stream.addEventListener('open', events.connected);
  stream.addEventListener('error', events.lost);
}

/** Returns the events of the worker that holds the connection. */
function sharedStream(): EventTarget {
  const target = new EventTarget();
  const { port } = new SharedWorker('/event-stream.js');
  port.addEventListener('message', ({ data: { name, data } }: MessageEvent<StreamMessage>) => {
    target.dispatchEvent(new MessageEvent(name, { data }));
  });
  port.start();
  // Otherwise the worker would keep the port of a page that is gone.
  addEventListener('pagehide', () => port.postMessage('close'));
  return target;
}
