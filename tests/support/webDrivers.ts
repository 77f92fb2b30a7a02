import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'undici';
import { freePort } from 'office-addin-tools/testing';

/**
 * Drives Firefox (WebDriver BiDi) and WebKitGTK (W3C WebDriver) from their Debian packages. Playwright supports only its
 * own builds of these browsers.
 */
export interface DrivenBrowser {
  goto(url: string): Promise<void>;
  /** Returns an attribute, or by default the text, of each visible element. @param page part of the page's URL */
  values(page: string, testId: string, attribute?: string): Promise<string[]>;
  /** Clicks as a user does. */
  click(page: string, testId: string, index?: number): Promise<void>;
  close(): Promise<void>;
}

const selector = (testId: string) => `[data-testid="${testId}"]`;
const READ = `(css, name) => [...document.querySelectorAll(css)].filter((each) => each.checkVisibility())
  .map((each) => (name === '' ? each.textContent : each.getAttribute(name)) ?? '')`;

/** Starts the program, and returns it with the first capture of the pattern in its output. */
async function startPrinting(
  program: string,
  args: readonly string[],
  stream: 'stdout' | 'stderr',
  pattern: RegExp,
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; found: string }> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
  child[stream === 'stdout' ? 'stderr' : 'stdout'].resume();
  for await (const line of createInterface({ input: child[stream] })) {
    const found = pattern.exec(line)?.[1];
    if (found === undefined) continue;
    child[stream].resume();
    return { child, found };
  }
  throw new Error(`${program} exited without printing ${String(pattern)}.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

interface Answer {
  readonly id?: number;
  readonly error?: string;
  readonly message?: string;
  readonly result?: unknown;
}

interface Context {
  readonly context: string;
  readonly url: string;
  readonly children: readonly Context[] | null;
}

export async function startFirefox(program: string): Promise<DrivenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const { child, found } = await startPrinting(program, args, 'stderr', /BiDi listening on (ws:\S+)/u);
  const socket = new WebSocket(`${found}/session`);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let sent = 0;
  const send = async (method: string, params: object): Promise<never> => {
    sent += 1;
    const id = sent;
    const answer = new Promise<Answer>((settle) => waiting.set(id, settle));
    socket.send(JSON.stringify({ id, method, params }));
    const { error, message, result } = await answer;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error} ${message ?? ''}`);
    return result as never;
  };
  await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  const contexts = async (): Promise<Context[]> => {
    const flat = (found: readonly Context[]): Context[] =>
      found.flatMap((each) => [each, ...flat(each.children ?? [])]);
    return flat(((await send('browsingContext.getTree', {})) as { contexts: Context[] }).contexts);
  };
  const contextOf = async (page: string) => (await contexts()).find(({ url }) => url.includes(page))?.context;
  const call = async (context: string, functionDeclaration: string, ...values: (string | number)[]) => {
    const given = values.map((value) => ({ type: typeof value, value }));
    const { result } = (await send('script.callFunction', {
      ...{ functionDeclaration, arguments: given, target: { context }, awaitPromise: true },
    })) as { result: { value?: unknown; sharedId?: string } };
    return result;
  };
  return {
    async goto(url) {
      const [first] = await contexts();
      await send('browsingContext.navigate', { context: first?.context, url, wait: 'complete' });
    },
    async values(page, testId, attribute = '') {
      const context = await contextOf(page);
      if (context === undefined) return [];
      const code = `(css, name) => JSON.stringify((${READ})(css, name))`;
      const { value } = await call(context, code, selector(testId), attribute);
      return JSON.parse(String(value)) as string[];
    },
    async click(page, testId, index = 0) {
      const context = (await contextOf(page)) ?? '';
      const find =
        '(css, index) => { const found = document.querySelectorAll(css)[index]; found.scrollIntoView({ block: "center" }); return found; }';
      const { sharedId } = await call(context, find, selector(testId), index);
      const origin = { type: 'element', element: { sharedId } };
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    async close() {
      socket.close();
      await end(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly xvfb: string;
}

/** Sends one command on a new connection: the driver closes idle connections, which fetch might reuse. */
async function command(port: number, method: string, path: string, body: object = {}) {
  const sent = request({ port, host: '127.0.0.1', method, path, agent: false });
  sent.end(method === 'POST' ? JSON.stringify(body) : undefined);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const { value } = JSON.parse(await text(answer)) as { value: unknown };
  return { ok: answer.statusCode === 200, value };
}

export async function startWebKit({ driver, browser, xvfb }: WebKitPrograms): Promise<DrivenBrowser> {
  const display = await startPrinting(
    xvfb,
    ['-displayfd', '1', '-screen', '0', '1280x900x24'],
    'stdout',
    /^(\d+)$/u,
  );
  const port = await freePort();
  const env = {
    DISPLAY: `:${display.found}`,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    GDK_BACKEND: 'x11',
  };
  const process_ = spawn(driver, [`--port=${port}`], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const send = async (method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}): Promise<never> => {
    const { ok, value } = await command(port, method, path, body);
    if (!ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value as never;
  };
  const untilReady = async (): Promise<void> => {
    for (;;) {
      if (process_.exitCode !== null) throw new Error('WebKitWebDriver exited.');
      if (await command(port, 'GET', '/status').catch(() => undefined)) return;
      await new Promise((next) => setTimeout(next, 100));
    }
  };
  await untilReady();
  const options = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const alwaysMatch = { acceptInsecureCerts: true, ...options };
  const { sessionId } = (await send('POST', '/session', { capabilities: { alwaysMatch } })) as {
    sessionId: string;
  };
  const session = `/session/${sessionId}`;
  const find = (css: string) =>
    send('POST', `${session}/elements`, { using: 'css selector', value: css }) as Promise<
      { [ELEMENT]: string }[]
    >;
  /** Switches to the window, or to the pane in it. Returns false if neither has that URL. */
  const enterWindow = async (handle: string, page: string): Promise<boolean> => {
    await send('POST', `${session}/window`, { handle });
    if (((await send('GET', `${session}/url`)) as string).includes(page)) return true;
    const [frame] = await find('[data-testid="pane-frame"]');
    if (!frame) return false;
    await send('POST', `${session}/frame`, { id: frame });
    const address = { script: 'return location.href', args: [] };
    return ((await send('POST', `${session}/execute/sync`, address)) as string).includes(page);
  };
  const enter = async (page: string): Promise<boolean> => {
    for (const handle of (await send('GET', `${session}/window/handles`)) as string[]) {
      // A sign-in window closes automatically, possibly between two commands.
      const gone = (error: unknown) => {
        if (!/no such (window|frame)/u.test(String(error))) throw error;
        return false;
      };
      if (await enterWindow(handle, page).catch(gone)) return true;
    }
    return false;
  };
  return {
    goto: async (url) => void (await send('POST', `${session}/url`, { url })),
    async values(page, testId, attribute = '') {
      if (!(await enter(page))) return [];
      const args = [selector(testId), attribute];
      return send('POST', `${session}/execute/sync`, { script: `return (${READ})(...arguments)`, args });
    },
    async click(page, testId, index = 0) {
      await enter(page);
      const element = (await find(selector(testId)))[index]?.[ELEMENT];
      await send('POST', `${session}/element/${element}/click`);
    },
    async close() {
      await send('DELETE', session).catch(() => undefined);
      await end(process_);
      await end(display.child);
    },
  };
}
