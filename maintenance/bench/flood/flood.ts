import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from 'office-addin-tools';
import { megabytes, MAX_GROWTH, percent } from '../endurance/growth.ts';
import { numberArgument } from '../endurance/numberArgument.ts';
import { runFlood, type FloodResult } from './runFlood.ts';

const RESULTS = join(import.meta.dirname, '..', 'results');
const MILLION = 1_000_000;

/**
 * `npm run bench -- flood [--count=1000000] [--seed=1]`: sends bad tokens to the real server, without a rate limit, then
 * with one, from many addresses and from one. @throws UserError if the server fails
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
  const problems = runs.flatMap(problemsIn);
  if (problems.length > 0) throw new UserError(`The server failed: ${problems.join('; ')}.`);
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

/** The server's time limit for loading keys. */
const KEYS_MS = 5_000;

/** Returns what a flood must not cause. */
export function problemsIn(result: FloodResult): string[] {
  const { rateLimit, addresses, statuses, keyLoads, seconds, growth, errors, samples } = result;
  // If the machine itself stalled, the server could not load keys, and may answer 503 or 504.
  const stalled = samples.some(({ eventLoopMs }) => eventLoopMs.max > KEYS_MS);
  const allowed = ['401', ...(rateLimit === 0 ? [] : ['429']), ...(stalled ? ['503', '504'] : [])];
  const others = Object.keys(statuses).filter((status) => !allowed.includes(status));
  // One at the start, one per cooldown of 5 seconds, and one in progress at the end.
  const maxLoads = 2 + seconds / 5;
  return [
    ...others.map((status) => `${statuses[status]} answers ${status}`),
    ...(rateLimit > 0 && addresses === 1 && !statuses['429'] ? ['the rate limit rejected no request'] : []),
    ...(keyLoads > maxLoads ? [`${keyLoads} loads of the keys in ${Math.round(seconds)} s`] : []),
    ...(growth.heap > MAX_GROWTH ? [`the heap grew by ${percent(growth.heap)}`] : []),
    ...(growth.rss > MAX_GROWTH ? [`the memory grew by ${percent(growth.rss)}`] : []),
    ...errors.map((line) => `in the log: ${line}`),
  ];
}
