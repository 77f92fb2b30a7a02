import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Agent } from 'undici';
import { localhostCertificates } from 'office-addin-tools/testing';
import type { Logger } from 'pino';
import { expect } from 'vitest';
import type { ProblemBody } from '../../src/contract/problem.ts';
import { createApp, type App } from '../../src/server/app.ts';
import { readConfig } from '../../src/server/serverConfig.ts';
import { createServer } from '../../src/server/http/httpServer.ts';
import { defaultLimits, type Limits } from '../../src/server/limits.ts';
import { loadTelemetry, optionLimits, type OptionLimits } from '../../src/server/optionHooks.ts';
import {
  CLIENT_ID,
  createSigningPair,
  goodClaims,
  sign,
  type Claims,
  type SigningPair,
  startStubService,
  type StubResponse,
  type StubRequest,
  type StubService,
} from './stubService.ts';
import { createLogger } from '../../src/server/http/logger.ts';

/** Short limits for tests of timeouts, but still far above the duration of a request. */
export const shortLimits: Limits = {
  ...defaultLimits,
  requestMs: 3_000,
  headersMs: 500,
  receiveMs: 800,
  keysMs: 1_000,
  entraMs: 1_000,
  graphMs: 1_000,
  shortWaitMs: 100,
  retryDelayMs: 5,
  keysCooldownMs: 200,
  negativeCacheMs: 200,
};

/** For tests in which all services respond: on a busy machine, a response can exceed the short limits. */
export const patientLimits = { requestMs: 15_000, keysMs: 10_000, entraMs: 10_000, graphMs: 10_000 };

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, unknown>;
  readonly problem: ProblemBody;
  readonly bytes: Buffer;
}

/** A response, or a function that returns one. */
export type Scripted = StubResponse | ((request: StubRequest) => StubResponse | Promise<StubResponse>);

export interface TestServer {
  readonly app: App;
  readonly entra: StubService;
  readonly graph: StubService;
  readonly pair: SigningPair;
  readonly log: LogLines;
  /** Folder of the embedded database. */
  readonly databaseDir: string;
  readonly origin: string;
  /** Exchange requests, without requests for the signing keys. */
  exchanges(): StubRequest[];
  /** Sets the responses to the next exchanges, in order; the last one repeats. */
  answerExchange(...answers: Scripted[]): void;
  answerGraph(...answers: Scripted[]): void;
  answerKeys(answer: StubResponse | ((request: StubRequest) => StubResponse)): void;
  token(claims?: Claims, header?: Record<string, unknown>): Promise<string>;
  get(path: string, token?: string, init?: RequestInit): Promise<Reply>;
  close(): Promise<void>;
}

export const graphToken = (value = 'graph-token') => ({
  json: { token_type: 'Bearer', scope: 'User.Read Files.Read', expires_in: 3600, access_token: value },
});

const profile = {
  json: { id: 'x', displayName: 'Test Person', mail: 'test@contoso.example', jobTitle: null },
};

interface Options {
  readonly settings?: Record<string, string>;
  readonly limits?: Partial<Limits & OptionLimits>;
  readonly clock?: () => number;
  /** Maximum number of connections to Entra ID and to Graph. Default: unlimited. */
  readonly connections?: number;
  /** Serves HTTPS, which `get` does not support. */
  readonly tls?: boolean;
}

/** Shared by all tests of a file, because creating a key takes a tenth of a second. */
let sharedPair: Promise<SigningPair> | undefined;

/** Starts the real server with the real MSAL and stubs of Entra ID and Graph, all over real sockets. */
export async function startTestServer({
  settings = {},
  limits = {},
  clock,
  connections,
  tls = false,
}: Options = {}): Promise<TestServer> {
  const pair = await (sharedPair ??= createSigningPair('key-1'));
  let keys: StubResponse | ((request: StubRequest) => StubResponse) = { json: { keys: [pair.jwk] } };
  let exchange = scripted([graphToken()]);
  let graphAnswers = scripted([profile]);
  const isExchange = ({ method }: StubRequest) => method === 'POST';
  const entra = await startStubService((request) => {
    if (isExchange(request)) return exchange(request);
    return typeof keys === 'function' ? keys(request) : keys;
  });
  const graph = await startStubService((request) => graphAnswers(request));
  const { ca, cert, key } = await localhostCertificates();
  const log = collectLog();
  const databaseDir = join(tmpdir(), `addin-database-${randomUUID()}`);
  const config = readConfig({
    CLIENT_ID,
    CLIENT_SECRET: 'only-for-tests',
    AUTHORITY: `${entra.origin}/common`,
    GRAPH_ENDPOINT: graph.origin,
    ADDIN_ORIGIN: 'https://localhost:3100',
    TLS: 'off',
    DATABASE_DIR: databaseDir,
    ...settings,
  });
  const dispatcher = new Agent({ connect: { ca }, connections: connections ?? null });
  const telemetry = await loadTelemetry(config.options, { ...optionLimits, ...limits }, log.logger);
  const app = createApp(config, {
    dispatcher,
    logger: log.logger,
    telemetry,
    limits: { ...shortLimits, ...limits },
    ...(clock ? { clock } : {}),
  });
  const { handler, limits: used } = app;
  const server = createServer(
    { handler, logger: log.logger, limits: used, addinOrigin: config.addinOrigin },
    tls ? { cert, key } : null,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http${tls ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    app,
    entra,
    graph,
    pair,
    log,
    origin,
    databaseDir,
    exchanges: () => entra.requests.filter(isExchange),
    answerExchange: (...answers) => void (exchange = scripted(answers)),
    answerGraph: (...answers) => void (graphAnswers = scripted(answers)),
    answerKeys: (answer) => void (keys = answer),
    token: (claims = {}, header = {}) => sign(pair, { ...goodClaims(entra.origin), ...claims }, header),
    get: (path, token, init = {}) => get(origin + path, token, init),
    async close() {
      await closeServer(server);
      await app.close();
      await dispatcher.destroy();
      await Promise.all([entra.close(), graph.close(), rm(databaseDir, { recursive: true, force: true })]);
    },
  };
}

function scripted(answers: Scripted[]) {
  let used = 0;
  return (request: StubRequest): StubResponse | Promise<StubResponse> => {
    const answer = answers[Math.min(used, answers.length - 1)] ?? 'reset';
    used += 1;
    return typeof answer === 'function' ? answer(request) : answer;
  };
}

async function get(url: string, token: string | undefined, init: RequestInit): Promise<Reply> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(url, { redirect: 'manual', ...init, headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const json = (isJson ? JSON.parse(bytes.toString('utf8')) : {}) as Record<string, unknown>;
  return {
    status: response.status,
    headers: response.headers,
    json,
    problem: json as unknown as ProblemBody,
    bytes,
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** The log lines of a test. */
export interface LogLines {
  readonly logger: Logger;
  readonly text: () => string;
  /** Removes and returns the lines of this level. */
  take(level: 'error' | 'warn' | 'info'): Record<string, unknown>[];
}

export function collectLog(): LogLines {
  let lines: string[] = [];
  const logger = createLogger({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
  const levelOf = (line: string) => (JSON.parse(line) as { level: string }).level;
  return {
    logger,
    text: () => lines.join(''),
    take(level) {
      const taken = lines.filter((line) => levelOf(line) === level);
      lines = lines.filter((line) => levelOf(line) !== level);
      return taken.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}

export interface RawClient {
  readonly socket: Socket;
  /** Everything received so far. */
  readonly text: () => string;
  /** Status codes of the responses so far, without interim ones. */
  readonly statuses: () => number[];
  readonly closed: Promise<void>;
}

/** Connects a plain or TLS socket to the server, for requests that an HTTP client would not send. */
export async function openSocket(server: TestServer, tls = false): Promise<RawClient> {
  const port = Number(new URL(server.origin).port);
  const { ca } = await localhostCertificates();
  const at = { port, host: '127.0.0.1', allowHalfOpen: true };
  const socket: Socket = tls ? connectTls({ ...at, servername: 'localhost', ca }) : connect(at);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined).on('end', () => socket.end());
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve) => socket.once(tls ? 'secureConnect' : 'connect', resolve));
  const statuses = () =>
    [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => Number(code)).filter((code) => code >= 200);
  return { socket, text: () => text, statuses, closed };
}

/** Returns the bytes of a GET request. @param lines header lines */
export const rawGet = (path: string, ...lines: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: a', ...lines, '', ''].join('\r\n');

export const bearerLine = async (server: TestServer) => `Authorization: Bearer ${await server.token()}`;

/** Runs the server as a process, to test startup, output and exit. */

const root = join(import.meta.dirname, '../..');
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;

export interface ServerProcess {
  readonly child: ChildProcess;
  /** Exit code. */
  readonly ended: Promise<number | null>;
  readonly out: () => string;
  readonly err: () => string;
  /** Waits until the server is ready. @returns its port */
  port(): Promise<number>;
}

/** Settings of a server that needs no other service. */
export const processSettings = {
  CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000aa',
  CLIENT_SECRET: 'only-for-tests',
  AUTHORITY: 'https://127.0.0.1:9/common',
  TLS: 'off',
  PORT: '0',
};

let running: ChildProcess[] = [];

/** Kills all server processes. Call it in `afterEach`. */
export function killServerProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
  running = [];
}

/** @param before source text of a module that runs first */
export function startServerProcess(
  environment: Record<string, string>,
  { folder = mkdtempSync(join(tmpdir(), 'main-')), before }: { folder?: string; before?: string } = {},
): ServerProcess {
  const { PATH = '', HOME = '', TEMP = '', SystemRoot = '' } = process.env;
  const env = { PATH, HOME, TEMP, SystemRoot, ...environment };
  const first =
    before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`];
  const main = join(root, 'src/server/main.ts');
  const child = spawn(process.execPath, ['--import', tsx, ...first, main], { cwd: folder, env });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const port = async () => {
    await expect.poll(() => out + err, { timeout: 25_000 }).toContain('The server is ready.');
    return Number(/"port":(\d+)/.exec(out)?.[1]);
  };
  return { child, ended, out: () => out, err: () => err, port };
}
