import { createRequire } from 'node:module';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
import { startSandbox, sandboxOrigins, sandboxRegistration, sandboxSettings } from 'office-addin-sandbox';
import { copyIcons } from './build.ts';
import { localhostCertificates, type LocalhostCertificates } from './certificates.ts';
import { sandboxManifests } from './manifest/manifestNames.ts';
import { UserError } from './userError.ts';
import { startNode, type NodeProcess } from './nodeProcess.ts';
import type { AddinProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { requireFreePort, waitUntilServed } from './waitUntilServed.ts';
import { loadGraphCalls } from './graphCalls.ts';
import { problemTable } from './problemTable.ts';
import type { PreparedCredential } from './sandboxCredential.ts';
import { trustLocalhost } from './trustLocalhost.ts';

export interface Development {
  /** Origin of the add-in. */
  readonly origin: string;
  /** URL to open: the sandbox's Office, or the add-in itself. */
  readonly office: string;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly project: AddinProject;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The server's credential in the sandbox; null: run without a sandbox. */
  readonly sandbox: PreparedCredential | null;
  readonly print: (sentence: string) => void;
}

const PAGES = join(ROOT, '.cache/public');
/** Not less than the limit of the server behind it. A token with the ids of 199 groups has 12 kB. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * Starts the add-in for development, on one origin for pane and API. webpack-dev-server reloads changed modules of the
 * pane in place and proxies everything else to the server, which restarts after a change. Starts the sandbox on request.
 */
export async function startDevelopment({
  project,
  environment,
  sandbox,
  print,
}: Options): Promise<Development> {
  const origin = environment['ADDIN_ORIGIN'] ?? 'https://localhost:3000';
  const port = portOf('PORT', environment['PORT'] ?? '3000');
  const sandboxPort = portOf('SANDBOX_PORT', environment['SANDBOX_PORT'] ?? '3001');
  const origins = sandboxOrigins(sandboxPort, sandbox ? `https://localhost:${port}` : origin);
  await requireFreePort(port, 'PORT');
  if (sandbox) for (const offset of [0, 1, 2]) await requireFreePort(sandboxPort + offset, 'SANDBOX_PORT');

  const certificates = await localhostCertificates(Date.now(), print);
  await trustLocalhost(certificates, print);
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closers.reverse()) await end();
  };
  try {
    print('Building the pane …');
    const inner = await freePort();
    const front = await startFront(project, port, inner, certificates);
    closers.push(() => front.stop());
    await copyIcons(PAGES);
    if (sandbox) {
      print('Starting the sandbox: a local identity provider, Microsoft Graph and Office …');
      // After the pane, which the sandbox's Office shows; before the server, which reads the sandbox's signing keys.
      const { clientCertificates } = sandbox;
      const running = await startSandbox({
        manifest: sandboxManifests(ROOT),
        names: 'localhost',
        origins,
        registration: sandboxRegistration(origins),
        certificates,
        clientCertificates,
        problems: problemTable(project),
        graph: await loadGraphCalls(project),
      });
      closers.push(() => running.close());
    }
    const settings = sandbox
      ? sandboxSettings(origins, { scope: environment['SCOPE'], credential: sandbox.credential })
      : environment;
    const server = startServer(project, settings, inner, certificates);
    closers.push(() => server.stop());
    await waitUntilServed(`http://localhost:${inner}/healthz`, certificates.ca, server);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin: origins.addin, office: sandbox ? origins.office : origins.addin, close };
}

function portOf(setting: string, value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserError(`${setting} is "${value}", but must be a port number from 1 to 65535.`);
}

async function startFront(
  project: AddinProject,
  port: number,
  inner: number,
  certificates: LocalhostCertificates,
) {
  const { pages } = await project.webpack();
  const compiler = webpack(pages({ development: true, output: PAGES }));
  if (!compiler) throw new Error('webpack gave no compiler.');
  const { cert, key } = certificates;
  const front = new WebpackDevServer(
    {
      host: 'localhost',
      port,
      server: { type: 'https', options: { cert, key, maxHeaderSize: MAX_HEADER_BYTES } },
      hot: true,
      liveReload: false,
      client: { overlay: false, logging: 'warn' },
      static: false,
      // The server reads the pages from disk, fills in the settings and serves them.
      devMiddleware: { publicPath: '/assets/', writeToDisk: (file) => file.endsWith('.html') },
      proxy: [
        {
          context: (path: string) => !path.startsWith('/assets/') && !path.startsWith('/ws'),
          target: `http://localhost:${inner}`,
          xfwd: true,
          logLevel: 'silent',
          onError: answerRestarting,
        },
      ],
    },
    compiler,
  );
  const compiled = new Promise<void>((done, fail) => {
    compiler.hooks.done.tap('first build', (stats) => {
      if (stats.hasErrors()) fail(new UserError(stats.toString('errors-only')));
      else done();
    });
  });
  await front.start();
  await compiled;
  return front;
}

/**
 * Answers while the server restarts after a change: the pane gets problem details that it can handle instead of the
 * proxy's error, a browser an empty page that reloads after a second.
 */
function answerRestarting(_error: Error, request: IncomingMessage, response: ServerResponse | Socket): void {
  if (!('writeHead' in response) || response.headersSent) return;
  if (request.headers.accept?.includes('text/html') === true) {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', refresh: '1' });
    response.end('<!doctype html><title>…</title>');
    return;
  }
  // RFC 9457.
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
  const title = 'The server is restarting.';
  response.end(
    JSON.stringify({ type: 'about:blank', title, status: 503, code: 'shutting_down', retryAfter: 1 }),
  );
}

function startServer(
  { server }: AddinProject,
  settings: Readonly<Record<string, string | undefined>>,
  port: number,
  { caPath }: LocalhostCertificates,
): NodeProcess {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const args = [tsx, 'watch', '--clear-screen=false', join(ROOT, server)];
  const env = {
    ...settings,
    NODE_EXTRA_CA_CERTS: caPath,
    PUBLIC_DIR: PAGES,
    TLS: 'off',
    PORT: String(port),
  };
  // PAGES contains no .ENV files, so the server adds nothing to these settings.
  return startNode(args, env, (text) => process.stdout.write(text), PAGES);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
