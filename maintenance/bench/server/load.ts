import { Pool } from 'undici';

export interface LoadResult {
  readonly calls: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Runs a closed loop: each connection sends its next request after the response to the last one.
 * @param tokens used round-robin, one per request
 * @throws Error unless every response is 200
 */
export async function load(
  origin: string,
  path: string,
  tokens: readonly string[],
  { connections, calls }: { connections: number; calls: number },
): Promise<LoadResult> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times = new Float64Array(calls);
  let next = 0;
  const started = performance.now();
  async function connection(): Promise<void> {
    while (next < calls) {
      const call = next++;
      const sent = performance.now();
      const headers = { authorization: `Bearer ${tokens[call % tokens.length]}` };
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`The response was ${statusCode}: ${text.slice(0, 300)}`);
      times[call] = performance.now() - sent;
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, connection));
  } finally {
    await pool.destroy();
  }
  const seconds = (performance.now() - started) / 1000;
  times.sort();
  const at = (share: number) => times[Math.min(Math.floor(calls * share), calls - 1)] ?? 0;
  return { calls, seconds, perSecond: calls / seconds, p50: at(0.5), p99: at(0.99) };
}
