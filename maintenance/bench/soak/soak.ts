import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from 'office-addin-tools';
import { megabytes, MAX_GROWTH, percent } from '../endurance/growth.ts';
import { numberArgument } from '../endurance/numberArgument.ts';
import { runSoak, WARM_SHARE, type SoakResult, type SoakSample } from './runSoak.ts';

const RESULTS = join(import.meta.dirname, '..', 'results');
const TEN_MINUTES = 600;
const USERS = 10_000;
const PER_SECOND = 120;
/** Keep-alive connections to Entra ID and to Graph, plus some that are closing. */
const MAX_IDLE = 2 * 128 + 16;

/**
 * `npm run bench -- soak [--seconds=600] [--users=10000] [--per-second=120] [--seed=1]`: many users, and faults of every
 * kind, for a long time. @throws UserError if the server fails
 */
export async function soak(args: readonly string[]): Promise<void> {
  const seconds = numberArgument(args, 'seconds', TEN_MINUTES);
  const perSecond = numberArgument(args, 'per-second', PER_SECOND);
  // Each user sends a request in the warm-up, so that the caches are full by then.
  const most = Math.floor(seconds * WARM_SHARE * perSecond * 0.9);
  const users = Math.min(numberArgument(args, 'users', USERS), most);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  print(`${users} users, ${perSecond} requests per second, ${seconds} s`);
  print(HEADINGS);
  const result = await runSoak(
    { seconds, users, perSecond, seed: numberArgument(args, 'seed', 1) },
    (sample) => print(row(sample)),
  );
  print(JSON.stringify(result.outcomes, null, 2));
  const problems = problemsIn(result);
  print(`heap ${percent(result.growth.heap)}, RSS ${percent(result.growth.rss)} since the warm-up`);
  await mkdir(RESULTS, { recursive: true });
  await writeFile(
    join(RESULTS, 'soak.json'),
    `${JSON.stringify({ ...result, failed: problems }, null, 2)}\n`,
  );
  if (problems.length > 0) throw new UserError(`The server failed: ${problems.join('; ')}.`);
}

const HEADINGS = '    s  RSS MB  heap MB  sockets  upstream  in flight  loop p99 ms';

function row({ at, rss, heap, sockets, connections, inFlight, eventLoopMs }: SoakSample): string {
  const cells: [string, number][] = [
    [String(at), 5],
    [megabytes(rss), 8],
    [megabytes(heap), 9],
    [String(sockets), 9],
    [String(connections), 10],
    [String(inFlight), 11],
    [eventLoopMs.p99.toFixed(1), 13],
  ];
  return cells.map(([text, width]) => text.padStart(width)).join('');
}

/** Returns what the load must not cause. */
export function problemsIn({ outcomes, problems, calm, growth, errors }: SoakResult): string[] {
  return [
    ...problems,
    ...(outcomes['200'] ? [] : ['no request succeeded']),
    ...(calm.inFlight > 0 ? [`${calm.inFlight} requests never ended`] : []),
    ...(calm.connections > MAX_IDLE ? [`${calm.connections} connections stay open`] : []),
    ...(growth.heap > MAX_GROWTH ? [`the heap grew by ${percent(growth.heap)}`] : []),
    ...(growth.rss > MAX_GROWTH ? [`the memory grew by ${percent(growth.rss)}`] : []),
    ...errors.map((line) => `in the log: ${line}`),
  ];
}
