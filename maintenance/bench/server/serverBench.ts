import { CONNECTIONS, median, medianRound, round, type Round } from './rounds.ts';
import { load } from './load.ts';
import { createStage, type Running, type Stage } from './stage.ts';
import { makeTokens } from './tokens.ts';
import type { Memory } from './measured.ts';

/** What is compared: the floor, and the server with so many users in its cache. */
export interface Case {
  readonly name: string;
  /** Null: the floor, which knows no users. */
  readonly users: number | null;
  readonly round: Round;
  readonly memory: Memory;
}

export interface ServerResults {
  readonly connections: number;
  readonly callsPerRound: number;
  readonly rounds: number;
  readonly cases: readonly Case[];
  /** Milliseconds to the first answer, median. */
  readonly coldStart: { readonly floor: number; readonly server: number };
  /** Asked of Entra ID and for keys, per call of the measured rounds: after everybody has come once. */
  readonly perCall: { readonly exchanges: number; readonly keys: number };
  /** Bytes of resident memory per cached user, between the smallest and the largest number of users. */
  readonly bytesPerUser: number;
}

export interface Size {
  readonly users: readonly number[];
  readonly callsPerRound: number;
  readonly rounds: number;
  readonly coldStarts: number;
}

export const fullSize: Size = { users: [1, 1_000, 100_000], callsPerRound: 4_000, rounds: 15, coldStarts: 7 };
/** For a look in between: the same measurement, less of it. */
export const quickSize: Size = { users: [1, 1_000, 10_000], callsPerRound: 1_000, rounds: 5, coldStarts: 3 };

const WARM_UP_CALLS = 8_000;

/**
 * @param program the built server
 * @param print tells a person what is going on
 */
export async function serverBench(
  program: string,
  size: Size,
  print: (text: string) => void,
): Promise<ServerResults> {
  const stage = await createStage(program);
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
      // In turn, so that whatever else the machine does meets all of them alike.
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

/** A process for each number of users: one that has served many has grown, and would serve one differently. */
async function startTargets(stage: Stage, users: readonly number[], running: Running[]): Promise<Target[]> {
  const targets: Target[] = [];
  const floor = await stage.startFloor();
  running.push(floor);
  targets.push({ name: 'floor', users: null, running: floor });
  for (const count of users) {
    const server = await stage.startServer();
    running.push(server);
    const name = `server, ${count.toLocaleString('en')} ${count === 1 ? 'user' : 'users'}`;
    targets.push({ name, users: count, running: server });
  }
  return targets;
}

/** Everybody comes once; then the code gets warm on those who are there. */
async function warmUp({ running, users }: Target, tokens: readonly string[]): Promise<void> {
  const connections = CONNECTIONS;
  const known = tokens.slice(0, users ?? 1);
  await load(running.origin, '/api/me', known, { connections, calls: known.length });
  await load(running.origin, '/api/me', known, { connections, calls: WARM_UP_CALLS });
}

/** So many of the first `users` tokens, drawn evenly, in no order that a cache could like. */
function sample(tokens: readonly string[], users: number, count: number): string[] {
  return Array.from({ length: count }, () => tokens[Math.floor(Math.random() * users)] ?? '');
}

function bytesPerUser(cases: readonly Case[]): number {
  const servers = cases.filter((one): one is Case & { users: number } => one.users !== null);
  const [fewest, most] = [servers[0], servers.at(-1)];
  if (!fewest || !most || fewest === most) return NaN;
  return (most.memory.rss - fewest.memory.rss) / (most.users - fewest.users);
}

async function coldStarts(stage: Stage, count: number): Promise<{ floor: number; server: number }> {
  const floor: number[] = [];
  const server: number[] = [];
  for (let number = 0; number < count; number += 1) {
    for (const [times, start] of [
      [floor, stage.startFloor],
      [server, stage.startServer],
    ] as const) {
      const started = await start();
      times.push(started.coldStartMs);
      await started.stop();
    }
  }
  return { floor: median(floor), server: median(server) };
}
