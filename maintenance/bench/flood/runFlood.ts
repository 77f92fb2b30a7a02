import { Pool } from 'undici';
import { createSigningPair, startStubService } from '../../../tests/server/stubService.ts';
import { growth, megabytes, type Growth } from '../endurance/growth.ts';
import { startTestedServer, type Sample } from '../endurance/testedServer.ts';
import { badTokens } from './badTokens.ts';

const CONNECTIONS = 64;
const SAMPLES = 20;
/** By then memory of the compiler and of the rate limiter is allocated. */
const WARM_REQUESTS = 100_000;

export interface Flood {
  readonly count: number;
  readonly seed: number;
  /** 0: none. */
  readonly rateLimit: number;
  /** Number of simulated client addresses, sent as X-Forwarded-For. */
  readonly addresses: number;
}

export interface FloodResult extends Flood {
  readonly seconds: number;
  /** Number of responses by status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly keyLoads: number;
  readonly samples: readonly Sample[];
  /** After the first 100,000 requests, or the first half of fewer. */
  readonly growth: Growth;
  readonly errors: readonly string[];
}

export async function runFlood(flood: Flood, print: (line: string) => void): Promise<FloodResult> {
  const { count, seed, rateLimit, addresses } = flood;
  const pair = await createSigningPair('flooded');
  const entra = await startStubService(() => ({ json: { keys: [pair.jwk] } }));
  const server = await startTestedServer({
    AUTHORITY: `${entra.origin}/common`,
    GRAPH_ENDPOINT: entra.origin,
    RATE_LIMIT: String(rateLimit),
  });
  const pool = new Pool(server.origin, { connections: CONNECTIONS });
  const next = await badTokens(pair, entra.origin, seed);
  const statuses: Record<string, number> = {};
  const samples: Sample[] = [];
  let sent = 0;

  async function client(until: number): Promise<void> {
    while (sent < until) {
      const from = addresses === 1 ? '198.51.100.1' : addressOf(sent % addresses);
      sent += 1;
      const headers = { authorization: `Bearer ${next()}`, 'x-forwarded-for': from };
      const { statusCode, body } = await pool.request({ path: '/api/me', method: 'GET', headers });
      await body.dump();
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    }
  }

  try {
    const begin = performance.now();
    for (let step = 1; step <= SAMPLES; step += 1) {
      const until = Math.round((count * step) / SAMPLES);
      await Promise.all(Array.from({ length: CONNECTIONS }, () => client(until)));
      samples.push(await server.sample());
      const { heap, rss } = samples.at(-1) ?? { heap: 0, rss: 0 };
      print(`${sent}: heap ${megabytes(heap)} MB, RSS ${megabytes(rss)} MB`);
    }
    const seconds = (performance.now() - begin) / 1000;
    const warm = Math.min(WARM_REQUESTS, count / 2);
    const warmSamples = samples.slice(Math.ceil((warm / count) * SAMPLES) - 1);
    const keyLoads = entra.requests.length;
    const { errors } = server;
    return { ...flood, seconds, statuses, keyLoads, samples, growth: growth(warmSamples), errors };
  } finally {
    await pool.destroy();
    await server.stop();
    await entra.close();
  }
}

/** Returns one of 16 million addresses. */
const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
