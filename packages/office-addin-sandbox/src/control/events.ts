import type { Request, Response } from 'express';
import type { LaunchEvents } from './launchEvents.ts';
import type { SandboxState } from '../state.ts';

/** The applications that the host page simulates. */
export const APPS = ['word', 'excel', 'powerpoint', 'outlook'] as const;

const HEARTBEAT_MS = 15_000;

/**
 * Streams server-sent events to the host page: `scenario` (now and on each change), `log` (each entry), `document`
 * (its content), `launchEvent` (a program raises one).
 */
export function sendEvents(
  state: SandboxState,
  launchEvents: LaunchEvents,
  _req: Request,
  res: Response,
): void {
  res.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  res.flushHeaders();
  const send = (event: string, data: unknown): void => {
    res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const sendScenario = (): void => send('scenario', { id: state.scenarioId, scenario: state.scenario });
  const sendDocument = (app: string): void => send('document', { app, content: state.document(app) });
  sendScenario();
  const unsubscribers = [
    state.onChange(() => {
      sendScenario();
      for (const app of APPS) sendDocument(app);
    }),
    state.log.onEntry((entry) => {
      send('log', entry);
      if (entry.kind === 'document') sendDocument(String(entry['app']));
    }),
    launchEvents.onRequest((id, request) => send('launchEvent', { id, ...request })),
  ];
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  res.once('close', () => {
    clearInterval(heartbeat);
    for (const unsubscribe of unsubscribers) unsubscribe();
  });
}
