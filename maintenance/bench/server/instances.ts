import { median } from '../median.ts';
import { CONNECTIONS } from './rounds.ts';
import { load } from './load.ts';
import { createBenchSetup, type Running } from './benchSetup.ts';
import { makeTokens } from './tokens.ts';

/** What a number of instances costs, each a process of the built server without Redis. */
export interface InstancesResult {
  readonly instances: number;
  /** Token exchanges per user, when a load balancer spreads the requests of each user over all instances. */
  readonly exchangesPerUser: number;
  /** Milliseconds of processor time for a user's first call at an instance: token validation, exchange, Graph. */
  readonly firstCallCpuMs: number;
  /** The same for each further call. */
  readonly callCpuMs: number;
  /** Resident memory of all instances, in bytes. */
  readonly memory: number;
  /** Median time to an instance's first response, in milliseconds, with the others running. */
  readonly coldStartMs: number;
}

const COUNTS = [1, 4, 16];
const USERS = 1_000;

/** @param program the built server */
export async function instancesBench(program: string): Promise<InstancesResult[]> {
  const setup = await createBenchSetup(program);
  try {
    const tokens = await makeTokens(setup.pair, setup.upstream, USERS);
    const results: InstancesResult[] = [];
    for (const count of COUNTS) {
      const running: Running[] = [];
      try {
        for (let number = 0; number < count; number += 1) running.push(await setup.startServer());
        const before = (await setup.counts()).exchanges;
        const first = await sendToEach(running, tokens);
        const exchanges = (await setup.counts()).exchanges - before;
        const further = await sendToEach(running, tokens);
        const memory = await Promise.all(running.map((one) => one.memory()));
        results.push({
          instances: count,
          exchangesPerUser: exchanges / USERS,
          firstCallCpuMs: first,
          callCpuMs: further,
          memory: memory.reduce((sum, { rss }) => sum + rss, 0),
          coldStartMs: median(running.map(({ coldStartMs }) => coldStartMs)),
        });
      } finally {
        await Promise.all(running.map((one) => one.stop()));
      }
    }
    return results;
  } finally {
    setup.close();
  }
}

/** Sends one request of every user to every instance. Returns the processor time per request in milliseconds. */
async function sendToEach(running: readonly Running[], tokens: readonly string[]): Promise<number> {
  let cpu = 0;
  for (const one of running) {
    const before = await one.cpuMs();
    await load(one.origin, '/api/me', tokens, { connections: CONNECTIONS, calls: tokens.length });
    cpu += (await one.cpuMs()) - before;
  }
  return cpu / (running.length * tokens.length);
}

/** Returns the results as a Markdown table. */
export function instancesTable(results: readonly InstancesResult[]): string {
  const rows = results.map((one) =>
    [
      one.instances,
      one.exchangesPerUser.toFixed(2),
      one.firstCallCpuMs.toFixed(2),
      one.callCpuMs.toFixed(2),
      (one.memory / 1e6).toFixed(0),
      one.coldStartMs.toFixed(0),
    ].join(' | '),
  );
  return `| instances | exchanges per user | CPU of a first call ms | CPU of a further call ms | memory of all MB | cold start ms |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
`;
}
