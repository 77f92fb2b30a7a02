import { spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from 'office-addin-tools/testing';
import { WebSocket } from 'undici';

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** Chromium, controlled by the DevTools protocol. */
export interface DevTools {
  readonly send: (method: string, params?: Params, sessionId?: string) => Promise<Params>;
  /** Waits for an event of a session. Rejects after a minute. */
  readonly waitFor: <T>(
    sessionId: string,
    method: string,
    read: (params: Params) => T | undefined,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
}

const TIME_LIMIT_MS = 60_000;

/**
 * Starts Chromium without Playwright. Playwright enables the Runtime domain, and V8 then captures a detailed stack for
 * each new Error. This parses the enclosing functions again: 100 ms for the two errors that React creates while it loads.
 * Page and pane share one process, so that throttling the page throttles the pane.
 * @param certificate of the servers, in PEM: Chromium caches nothing from a server with an unknown certificate
 */
export async function startDevTools(certificate: Buffer): Promise<DevTools> {
  const folder = await mkdtemp(join(tmpdir(), 'pane-bench-'));
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const browser = spawn(
    findBrowser(),
    [
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-site-isolation-trials',
      `--ignore-certificate-errors-spki-list=${publicKeyHash(certificate)}`,
      '--lang=en-US',
      '--window-size=1280,840',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(browser, 'exit');
  const socket = new WebSocket(await debuggerUrl(browser.stderr));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Cannot connect to the DevTools of Chromium.')));
  });
  const answers = new Map<number, (message: Message) => void>();
  const listeners = new Set<(message: Message) => void>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) for (const listener of listeners) listener(message);
    else answers.get(message.id)?.(message);
  });
  const send: DevTools['send'] = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = (lastId += 1);
      answers.set(id, ({ result, error }) => {
        answers.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    });
  return {
    send,
    waitFor: (sessionId, method, read) =>
      new Promise((resolve, reject) => {
        const end = () => {
          listeners.delete(listener);
          clearTimeout(timer);
        };
        const listener = (message: Message) => {
          if (message.sessionId !== sessionId || message.method !== method) return;
          const found = read(message.params ?? {});
          if (found === undefined) return;
          end();
          resolve(found);
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`No ${method} within ${TIME_LIMIT_MS / 1000} s.`));
        }, TIME_LIMIT_MS);
        listeners.add(listener);
      }),
    async close() {
      await send('Browser.close');
      await exited;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function publicKeyHash(certificate: Buffer): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** Reads the address that Chromium prints, such as `DevTools listening on ws://127.0.0.1:1234/…`. */
async function debuggerUrl(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const url = /^DevTools listening on (?<url>ws:\S+)$/.exec(line)?.groups?.['url'];
    if (url !== undefined) {
      // Otherwise Chromium blocks once the pipe is full.
      stderr.resume();
      return url;
    }
  }
  throw new Error('Chromium stopped before it opened its DevTools port.');
}
