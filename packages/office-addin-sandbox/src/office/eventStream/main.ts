import type { StreamMessage } from './messages.ts';

/* Shared worker: holds one connection to the sandbox's event stream for all host pages of a browser. */

/** Events that a page gets although they occurred before it opened; of a launch event, a page asks whether it is still waiting. */
const REPEATED = ['open', 'error', 'scenario', 'launchEvent'];
const NAMES = ['scenario', 'log', 'document', 'launchEvent'];

const ports = new Set<MessagePort>();
const latest = new Map<string, StreamMessage>();

const stream = new EventSource('/__sandbox/events');
for (const name of NAMES) {
  stream.addEventListener(name, ({ data }: MessageEvent<string>) => send({ name, data }));
}
stream.addEventListener('open', () => {
  latest.delete('error');
  send({ name: 'open', data: '' });
});
stream.addEventListener('error', () => {
  latest.delete('open');
  send({ name: 'error', data: '' });
});

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (!port) return;
  ports.add(port);
  port.addEventListener('message', () => ports.delete(port));
  port.start();
  for (const message of latest.values()) port.postMessage(message);
});

function send(message: StreamMessage): void {
  if (REPEATED.includes(message.name)) latest.set(message.name, message);
  for (const port of ports) port.postMessage(message);
}
