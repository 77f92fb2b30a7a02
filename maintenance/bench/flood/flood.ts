import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from 'office-addin-tools';
import { megabytes, MOST_GROWTH, percent } from '../endurance/growth.ts';
import { numberArgument } from '../endurance/numbers.ts';
import { runFlood, type FloodResult } from './runFlood.ts';

const RESULTS = join(import.meta.dirname, '..', 'results');
const MILLION = 1_000_000;

/**
 * `npm run bench -- flood [--count=1000000] [--seed=1]`: bad tokens against the real server, without a rate limit and
 * then with one, from as many addresses. @throws UserError when the server gave way
 */
export async function flood(args: readonly string[]): Promise<void> {
  const count = numberArgument(args, 'count', MILLION);
  const seed = numberArgument(args, 'seed', 1);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const runs = [
    await runFlood({ count, seed, rateLimit: 0, addresses: 1 }, print),
    await runFlood({ count, seed, rateLimit: 60, addresses: count }, print),
    await runFlood({ count: Math.ceil(count / 10), seed, rateLimit: 60, addresses: 1 }, print),
  ];
  for (const run of runs) print(floodLine(run));
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, 'flood.json'), `${JSON.stringify({ seed, runs }, null, 2)}\n`);
  const wrongs = runs.flatMap(wrongsOf);
  if (wrongs.length > 0) throw new UserError(`The server gave way: ${wrongs.join('; ')}.`);
}

function floodLine({
  count,
  rateLimit,
  addresses,
  statuses,
  keyLoads,
  growth,
  samples,
  seconds,
}: FloodResult) {
  const last = samples.at(-1);
  return (
    `${count} bad tokens from ${addresses} address(es), limit ${rateLimit}: ${JSON.stringify(statuses)}, ` +
    `${keyLoads} loads of the keys, ${Math.round(count / seconds)}/s, heap ${megabytes(last?.heap ?? 0)} MB ` +
    `(${percent(growth.heap)}), RSS ${megabytes(last?.rss ?? 0)} MB (${percent(growth.rss)})`
  );
}

/** A load of the keys is given up after this. */
const KEYS_MS = 5_000;

/** What a flood may not bring about. */
export function wrongsOf(result: FloodResult): string[] {
  const { rateLimit, addresses, statuses, keyLoads, seconds, growth, errors, samples } = result;
  // Where the machine itself stood still for so long, the server could not find out about an unknown key, and says so.
  const stood = samples.some(({ eventLoopMs }) => eventLoopMs.max > KEYS_MS);
  const allowed = ['401', ...(rateLimit === 0 ? [] : ['429']), ...(stood ? ['503', '504'] : [])];
  const others = Object.keys(statuses).filter((status) => !allowed.includes(status));
  // One at the start, one per cooldown of 5 seconds, and one that was under way at the end.
  const mostLoads = 2 + seconds / 5;
  return [
    ...others.map((status) => `${statuses[status]} answers ${status}`),
    ...(rateLimit > 0 && addresses === 1 && !statuses['429'] ? ['the rate limit refused nobody'] : []),
    ...(keyLoads > mostLoads ? [`${keyLoads} loads of the keys in ${Math.round(seconds)} s`] : []),
    ...(growth.heap > MOST_GROWTH ? [`the heap grew by ${percent(growth.heap)}`] : []),
    ...(growth.rss > MOST_GROWTH ? [`the memory grew by ${percent(growth.rss)}`] : []),
    ...errors.map((line) => `in the log: ${line}`),
  ];
}
