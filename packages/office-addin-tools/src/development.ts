import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startSandbox, sandboxOrigins, sandboxRegistration, sandboxSettings } from 'office-addin-sandbox';
import { copyIcons } from './build.ts';
import { localhostCertificates, type LocalhostCertificates } from './certificates.ts';
import { startDevServer } from './devServer.ts';
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

/**
 * Starts the add-in for development, on one origin for pane and API. The development server replaces changed modules
 * of the pane and proxies everything else to the server, which restarts after a change. Starts the sandbox on request.
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
    const { pages } = await project.webpack();
    const configuration = pages({ development: true, output: PAGES });
    const front = await startDevServer({ pages: configuration, port, serverPort: inner, certificates });
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
