import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { localhostCertificates } from './certificates.ts';
import { startNode, typescript, type NodeProcess } from './nodeProcess.ts';
import { DIST, ROOT } from './projectFolder.ts';
import { requireFreePort, waitUntilServed } from './waitUntilServed.ts';
import { sandboxOrigins, type SandboxOrigins, sandboxSettings } from 'office-addin-sandbox';
import { loadEnvironment } from './env/environment.ts';

/** The built add-in with its own sandbox, for tests and screenshots. */
export interface Stack {
  readonly origins: SandboxOrigins;
  readonly server: NodeProcess;
  readonly sandbox: NodeProcess;
  readonly close: () => Promise<void>;
}

export interface StackOptions {
  /** The add-in's port. The sandbox uses the next three. All must be free. */
  readonly port: number;
  /** Override the settings of the add-in's server. */
  readonly settings?: Record<string, string>;
}

export async function startStack({ port, settings = {} }: StackOptions): Promise<Stack> {
  // Otherwise, the tests would talk to whatever answers there, such as the stack of another run.
  for (const each of [port, port + 1, port + 2, port + 3]) await requireFreePort(each, 'TEST_PORT');
  const { ca, caPath } = await localhostCertificates();
  const origins = sandboxOrigins(port + 1, `https://localhost:${port}`);
  const trust = { NODE_EXTRA_CA_CERTS: caPath };
  const sandbox = startNode(
    typescript(join(import.meta.dirname, `sandboxProcess${extname(import.meta.filename)}`)),
    {
      ...trust,
      SANDBOX_PORT: String(port + 1),
      ADDIN_ORIGIN: origins.addin,
    },
  );
  const databaseDir = await mkdtemp(join(tmpdir(), 'addin-database-'));
  const processes = [sandbox];
  const close = async () => {
    await Promise.all(processes.map((running) => running.stop()));
    await rm(databaseDir, { recursive: true, force: true });
  };
  try {
    await waitUntilServed(`${origins.office}/__sandbox/scenarios`, ca, sandbox);
    const env = {
      ...trust,
      ...sandboxSettings(origins, { scope: loadEnvironment({}, ROOT)['SCOPE'] }),
      LOG_LEVEL: 'info',
      DATABASE_DIR: databaseDir,
      ...settings,
    };
    // In DIST, so that the server does not read the developer's .ENV files.
    const server = startNode([`${DIST}/server.js`], env, undefined, DIST);
    processes.push(server);
    await waitUntilServed(`${origins.addin}/healthz`, ca, server);
    return { origins, server, sandbox, close };
  } catch (error) {
    await close();
    throw error;
  }
}
