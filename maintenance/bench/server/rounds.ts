import { load, type LoadResult } from './load.ts';
import { median } from '../median.ts';
import type { Running } from './benchSetup.ts';

/** One measurement of throughput, latency and processor time. */
export interface Round extends LoadResult {
  /** Milliseconds of processor time per call. */
  readonly cpuMs: number;
}

export const CONNECTIONS = 32;

export async function round(running: Running, tokens: readonly string[], calls: number): Promise<Round> {
  const before = await running.cpuMs();
  const result = await load(running.origin, '/api/me', tokens, { connections: CONNECTIONS, calls });
  const after = await running.cpuMs();
  return { ...result, cpuMs: (after - before) / calls };
}

export function medianRound(rounds: readonly Round[]): Round {
  const of = (member: keyof Round) => median(rounds.map((one) => one[member]));
  return {
    calls: of('calls'),
    seconds: of('seconds'),
    perSecond: of('perSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpuMs: of('cpuMs'),
  };
}
