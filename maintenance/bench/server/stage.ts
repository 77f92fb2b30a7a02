import { fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { Agent, request } from 'undici';
import { ROOT } from 'office-addin-tools';
import { localhostCertificates, freePort } from 'office-addin-tools/testing';
import { CLIENT_ID, createSigningPair, type SigningPair } from '../../../tests/server/issuer.ts';
import { startMeasured, type Measured } from './measured.ts';
import type { UpstreamCounts } from './upstream.ts';

/** The built server and the floor, each ready to be started before the same Entra ID and Graph. */
export interface Stage {
  readonly pair: SigningPair;
  /** Origin of Entra ID and Graph: one process, which also tells what it was asked. */
  readonly upstream: string;
  readonly counts: () => Promise<UpstreamCounts>;
  readonly startServer: () => Promise<Running>;
  readonly startFloor: () => Promise<Running>;
  readonly close: () => void;
}

export interface Running extends Measured {
  readonly origin: string;
}

const WORK = join(ROOT, '.cache', 'bench');

/** @param program the built server */
export async function createStage(program: string): Promise<Stage> {
  const { ca, caPath } = await localhostCertificates();
  const dispatcher = new Agent({ connect: { ca } });
  const pair = await createSigningPair('bench');
  const jwks = JSON.stringify({ keys: [pair.jwk] });
  const child = fork(join(import.meta.dirname, 'upstream.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, BENCH_JWKS: jwks },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((settle, fail) => {
    child.once('message', (message) => settle(Number(message)));
    child.once('exit', () => fail(new Error('The upstream of the benchmark has ended.')));
  });
  const upstream = `https://localhost:${port}`;
  const floor = await buildFloor();
  const env = { NODE_EXTRA_CA_CERTS: caPath, NODE_ENV: 'production', GRAPH_ENDPOINT: upstream };

  async function start(file: string, settings: Record<string, string>): Promise<Running> {
    const own = await freePort();
    const origin = `http://127.0.0.1:${own}`;
    const measured = await startMeasured(
      file,
      { ...env, ...settings, PORT: String(own) },
      `${origin}/healthz`,
    );
    return { ...measured, origin };
  }

  return {
    pair,
    upstream,
    counts: async () => {
      const { body } = await request(`${upstream}/counts`, { dispatcher });
      return (await body.json()) as UpstreamCounts;
    },
    startServer: () => start(program, serverSettings(upstream)),
    startFloor: () => start(floor, {}),
    close: () => void child.kill(),
  };
}

/** Everything as in production, but for the limits on how often one may ask. */
function serverSettings(upstream: string): Record<string, string> {
  return {
    CLIENT_ID,
    CLIENT_SECRET: 'only-for-the-benchmark',
    CLIENT_CERTIFICATE_PATH: '',
    MANAGED_IDENTITY_CLIENT_ID: '',
    ALLOWED_TENANTS: '',
    AUTHORITY: `${upstream}/common`,
    ADDIN_ORIGIN: 'https://localhost:3000',
    TLS: 'off',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'info',
    CACHE_URL: '',
    CACHE_KEYS: '',
    DATABASE_URL: '',
    OTEL_EXPORTER_OTLP_ENDPOINT: '',
    APPLICATIONINSIGHTS_CONNECTION_STRING: '',
  };
}

/** One file, as the server is, so that both start under the same conditions. */
async function buildFloor(): Promise<string> {
  await mkdir(WORK, { recursive: true });
  const outfile = join(WORK, 'floor.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'floor.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Express is CommonJS and asks for Node's own modules by `require`.
    banner: {
      js: `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  });
  return outfile;
}
