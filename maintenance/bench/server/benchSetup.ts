import { fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { Agent, request } from 'undici';
import { ROOT } from 'office-addin-tools';
import { localhostCertificates, freePort } from 'office-addin-tools/testing';
import { CLIENT_ID, createSigningPair, type SigningPair } from '../../../tests/server/stubService.ts';
import { startMeasuredProcess, type MeasuredProcess } from './measuredProcess.ts';
import type { UpstreamCounts } from './upstream.ts';

/** Starts the built server and the baseline with the same Entra ID and Graph. */
export interface BenchSetup {
  readonly pair: SigningPair;
  /** Origin of Entra ID and Graph: one process, which also counts requests. */
  readonly upstream: string;
  readonly counts: () => Promise<UpstreamCounts>;
  readonly startServer: () => Promise<Running>;
  readonly startBaseline: () => Promise<Running>;
  readonly close: () => void;
}

export interface Running extends MeasuredProcess {
  readonly origin: string;
}

const WORK = join(ROOT, '.cache', 'bench');

/** @param program the built server */
export async function createBenchSetup(program: string): Promise<BenchSetup> {
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
    child.once('exit', () => fail(new Error('The upstream of the benchmark has exited.')));
  });
  const upstream = `https://localhost:${port}`;
  const baseline = await buildBaseline();
  const env = { NODE_EXTRA_CA_CERTS: caPath, NODE_ENV: 'production', GRAPH_ENDPOINT: upstream };

  async function start(file: string, settings: Record<string, string>): Promise<Running> {
    const own = await freePort();
    const origin = `http://127.0.0.1:${own}`;
    const measured = await startMeasuredProcess(
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
    startBaseline: () => start(baseline, {}),
    close: () => void child.kill(),
  };
}

/** As in production, except for rate limits. */
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

/** Bundles the baseline into one file, like the server, so that cold starts are comparable. */
async function buildBaseline(): Promise<string> {
  await mkdir(WORK, { recursive: true });
  const outfile = join(WORK, 'baseline.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'baseline.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Express is CommonJS and loads Node.js modules with `require`.
    banner: {
      js: `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  });
  return outfile;
}
