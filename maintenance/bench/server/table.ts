import { machineLine, type Machine } from '../machine.ts';
import type { Case, ServerResults } from './serverBench.ts';

const ms = (value: number, digits = 3) => value.toFixed(digits);
const mb = (bytes: number) => (bytes / 1e6).toFixed(0);

/** Returns the results as Markdown. */
export function serverTable(results: ServerResults, machine: Machine, date: string): string {
  const { cases, coldStart, perCall, bytesPerUser } = results;
  const baseline = cases.find(({ users }) => users === null);
  const rows = cases.map((one) => row(one, baseline));
  return `# Server

${date}. ${machineLine(machine)}. ${results.connections} connections, ${results.rounds} rounds of ${results.callsPerRound} calls
interleaved; medians. Load generator, Entra ID and Graph ran on the same machine, in separate processes.

The baseline is an Express handler that calls Graph once and forwards the response, without validation, cache or logs
(\`maintenance/bench/server/baseline.ts\`). The server is \`dist/server.js\` as in production, with logs, without rate limits.

| \`GET /api/me\` | calls per second | relative to the baseline | p50 ms | p99 ms | CPU per call ms | relative to the baseline | memory MB (RSS) | heap MB |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

| figure | value |
| --- | --- |
| CPU per call, most users relative to fewest | ${growth(cases).toFixed(2)} × |
| token exchanges per call, after each user's first call | ${perCall.exchanges.toFixed(5)} |
| loads of signing keys per call | ${perCall.keys.toFixed(5)} |
| memory per cached user | ${bytesPerUser.toFixed(0)} bytes |
| cold start of the baseline, until its first response | ${ms(coldStart.baseline, 0)} ms |
| cold start of the server, until its first response | ${ms(coldStart.server, 0)} ms, ${(coldStart.server / coldStart.baseline).toFixed(2)} × |

![CPU per call](server.svg)
`;
}

function row(measured: Case, baseline: Case | undefined): string {
  const { name, round, memory } = measured;
  const ratio = (of: (measured: Case) => number) =>
    baseline ? `${(of(measured) / of(baseline)).toFixed(2)} ×` : '';
  const cells = [
    name,
    round.perSecond.toFixed(0),
    ratio((one) => one.round.perSecond),
    ms(round.p50, 1),
    ms(round.p99, 1),
    ms(round.cpuMs),
    ratio((one) => one.round.cpuMs),
    mb(memory.rss),
    mb(memory.heap),
  ];
  return `| ${cells.join(' | ')} |`;
}

function growth(cases: readonly Case[]): number {
  const servers = cases.filter(({ users }) => users !== null);
  return (servers.at(-1)?.round.cpuMs ?? NaN) / (servers[0]?.round.cpuMs ?? NaN);
}
