import type { FromWorker, ToWorker } from '../eventRuntimeMessages.ts';
import type { ScriptResponse } from '../../control/eventScripts.ts';
import { scriptFetch, scriptRequestClass } from './network.ts';
import { officeWindow, type OfficeWindow } from './officeWindow.ts';

/*
 * Runs the script of an event handler in a worker: JavaScript, timers, fetch, XMLHttpRequest, and the real office.js. There
 * is no document and no window, as in the runtime of classic Outlook on Windows.
 */

/** What workers have and that runtime lacks. */
const ABSENT = [
  'importScripts',
  'indexedDB',
  'caches',
  'WebSocket',
  'EventSource',
  'Worker',
  'BroadcastChannel',
  'MessageChannel',
  'OffscreenCanvas',
  'Notification',
  'postMessage',
  'addEventListener',
  'removeEventListener',
  'close',
  'location',
  'navigator',
  'name',
];

const POLL_MS = 20;
const START_TRIES = 500;

interface OfficeNamespace {
  onReady(callback: () => void): unknown;
}

const globals = globalThis as unknown as Record<string, unknown>;
const post = postMessage.bind(globalThis) as (message: FromWorker) => void;
const hostOrigin = location.origin;
const load = fetch.bind(globalThis);
const pending = new Map<number, { resolve(response: ScriptResponse): void; reject(error: Error): void }>();
let requests = 0;
let running: OfficeWindow | undefined;

const send = (request: Extract<FromWorker, { kind: 'fetch' }>['request']) =>
  new Promise<ScriptResponse>((resolve, reject) => {
    const id = (requests += 1);
    pending.set(id, { resolve, reject });
    post({ kind: 'fetch', id, request });
  });

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'start':
      start(data).catch((error: unknown) => post({ kind: 'failed', message: String(error) }));
      return;
    case 'message':
      running?.receive(data.data);
      return;
    case 'fetched': {
      const waiting = pending.get(data.id);
      pending.delete(data.id);
      if ('response' in data.answer) waiting?.resolve(data.answer.response);
      else {
        console.error(data.answer.error);
        waiting?.reject(new TypeError('Failed to fetch'));
      }
    }
  }
});

async function start({ name, url, text }: Extract<ToWorker, { kind: 'start' }>): Promise<void> {
  const officeJs = `${hostOrigin}/office-js/office.js`;
  const textOf = async (address: string): Promise<string> => {
    const response = await load(address);
    if (!response.ok) throw new Error(`${address} returned ${response.status}.`);
    return response.text();
  };
  const window = officeWindow({
    name,
    url,
    officeJs,
    hostOrigin,
    fetch: scriptFetch(send),
    post: (data) => post({ kind: 'message', data }),
    load: textOf,
  });
  running = window;
  window.run(await textOf(officeJs));
  const office = await officeNamespace(window);
  await new Promise<void>((resolve) => void office.onReady(resolve));
  exposeOffice(window);
  // Office runs the script in the global scope. The comment gives it a name in stack traces.
  // oxlint-disable-next-line no-eval -- Only this runs a text in the global scope of a worker.
  (0, eval)(`${text}\n//# sourceURL=${url}`);
}

/** Waits until office.js has defined its namespace, which it does while it loads the application's file. */
async function officeNamespace(window: OfficeWindow): Promise<OfficeNamespace> {
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    if (window.run("typeof Office === 'object' && typeof Office.onReady === 'function'") === true)
      return window.run('Office') as OfficeNamespace;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error("office.js doesn't start.");
}

/** Replaces the globals of the worker by those of Office's runtime. */
function exposeOffice(window: OfficeWindow): void {
  const Office = window.run('Office') as Record<string, unknown>;
  // In this runtime, Office doesn't run startup code.
  Office['onReady'] = () => new Promise(() => undefined);
  Office['initialize'] = () => undefined;
  for (const name of ABSENT) {
    Object.defineProperty(globals, name, { value: undefined, configurable: true, writable: true });
  }
  const wrapped = window.run('window.fetch') as typeof fetch;
  globals['fetch'] = wrapped;
  globals['XMLHttpRequest'] = scriptRequestClass(wrapped);
  globals['Office'] = Office;
  globals['OfficeRuntime'] = window.run('OfficeRuntime');
}
