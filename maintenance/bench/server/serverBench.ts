import { median } from '../median.ts';
import { CONNECTIONS, medianRound, round, type Round } from './rounds.ts';
import { load } from './load.ts';
import { createBenchSetup, type Running, type BenchSetup } from './benchSetup.ts';
import { makeTokens } from './tokens.ts';
import type { Memory } from './measuredProcess.ts';

/** A candidate: the baseline, or the server with a number of cached users. */
export interface Case {
  readonly name: string;
  /** Null for the baseline, which has no users. */
  readonly users: number | null;
  readonly round: Round;
  readonly memory: Memory;
}

export interface ServerResults {
  readonly connections: number;
  readonly callsPerRound: number;
  readonly rounds: number;
  readonly cases: readonly Case[];
  /** Median time to the first response, in milliseconds. */
  readonly coldStart: { readonly baseline: number; readonly server: number };
  /** Token exchanges and key loads per call in the measured rounds, after each user's first call. */
  readonly perCall: { readonly exchanges: number; readonly keys: number };
  /** Resident memory per cached user in bytes, between the smallest and the largest number of users. */
  readonly bytesPerUser: number;
}

export interface Size {
  readonly users: readonly number[];
  readonly callsPerRound: number;
  readonly rounds: number;
  readonly coldStarts: number;
}

export const fullSize: Size = { users: [1, 1_000, 100_000], callsPerRound: 4_000, rounds: 15, coldStarts: 7 };
/** For a quick check: the same measurement, smaller. */
export const quickSize: Size = { users: [1, 1_000, 10_000], callsPerRound: 1_000, rounds: 5, coldStarts: 3 };

const WARM_UP_CALLS = 8_000;

/**
 * @param program the built server
 * @param print reports progress
 */
export async function serverBench(
  program: string,
  size: Size,
  print: (text: string) => void,
): Promise<ServerResults> {
  const stage = await createBenchSetup(program);
  const running: Running[] = [];
  try {
    print('Cold starts …');
    const coldStart = await coldStarts(stage, size.coldStarts);
    const most = Math.max(...size.users);
    print(`Signing ${most} tokens …`);
    const tokens = await makeTokens(stage.pair, stage.upstream, most);
    const targets = await startTargets(stage, size.users, running);
    for (const target of targets) {
      print(`Warming up: ${target.name} …`);
      await warmUp(target, tokens);
    }
    const before = await stage.counts();
    const rounds = targets.map((): Round[] => []);
    for (let number = 1; number <= size.rounds; number += 1) {
      print(`Round ${number} of ${size.rounds} …`);
      // Interleaved, so that other load on the machine affects all candidates.
      for (const [index, target] of targets.entries()) {
        const some = sample(tokens, target.users ?? 1, size.callsPerRound);
        rounds[index]?.push(await round(target.running, some, size.callsPerRound));
      }
    }
    const after = await stage.counts();
    const cases = await Promise.all(
      targets.map(async ({ name, users, running: measured }, index) => ({
        name,
        users,
        round: medianRound(rounds[index] ?? []),
        memory: await measured.memory(),
      })),
    );
    const calls = size.users.length * size.rounds * size.callsPerRound;
    return {
      connections: CONNECTIONS,
      callsPerRound: size.callsPerRound,
      rounds: size.rounds,
      cases,
      coldStart,
      perCall: {
        exchanges: (after.exchanges - before.exchanges) / calls,
        keys: (after.keys - before.keys) / calls,
      },
      bytesPerUser: bytesPerUser(cases),
    };
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    stage.close();
  }
}

interface Target {
  readonly name: string;
  readonly users: number | null;
  readonly running: Running;
}

/** Starts one process per number of users: a process that has served many users has grown. */
async function startTargets(
  stage: BenchSetup,
  users: readonly number[],
  running: Running[],
): Promise<Target[]> {
  const targets: Target[] = [];
  const baseline = await stage.startBaseline();
  running.push(baseline);
  targets.push({ name: 'baseline', users: null, running: baseline });
  for (const count of users) {
    const server = await stage.startServer();
    running.push(server);
    const name = `server, ${count.toLocaleString('en')} ${count === 1 ? 'user' : 'users'}`;
    targets.push({ name, users: count, running: server });
  }
  return targets;
}

/** Sends one request per user, then warms up the code. */
async function warmUp({ running, users }: Target, tokens: readonly string[]): Promise<void> {
  const connections = CONNECTIONS;
  const known = tokens.slice(0, users ?? 1);
  await load(running.origin, '/api/me', known, { connections, calls: known.length });
  await load(running.origin, '/api/me', known, { connections, calls: WARM_UP_CALLS });
}

/** Returns `count` random tokens of the first `users`, so that the order does not favor a cache. */
function sample(tokens: readonly string[], users: number, count: number): string[] {
  return Array.from({ length: count }, () => tokens[Math.floor(Math.random() * users)] ?? '');
}

function bytesPerUser(cases: readonly Case[]): number {
  const servers = cases.filter((one): one is Case & { users: number } => one.users !== null);
  const [fewest, most] = [servers[0], servers.at(-1)];
  if (!fewest || !most || fewest === most) return NaN;
  return (most.memory.rss - fewest.memory.rss) / (most.users - fewest.users);
}

async function coldStarts(stage: BenchSetup, count: number): Promise<{ baseline: number; server: number }> {
  const baseline: number[] = [];
  const server: number[] = [];
  for (let number = 0; number < count; number += 1) {
    for (const [times, start] of [
      [baseline, stage.startBaseline],
      [server, stage.startServer],
    ] as const) {
      const started = await start();
      times.push(started.coldStartMs);
      await started.stop();
    }
  }
  return { baseline: median(baseline), server: median(server) };
}
