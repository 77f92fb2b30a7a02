import { machineLine, type Machine } from '../machine.ts';
import type { Case, ServerResults } from './serverBench.ts';

const ms = (value: number, digits = 3) => value.toFixed(digits);
const mb = (bytes: number) => (bytes / 1e6).toFixed(0);

/** The results as a page of Markdown. */
export function serverTable(results: ServerResults, machine: Machine, date: string): string {
  const { cases, coldStart, perCall, bytesPerUser } = results;
  const floor = cases.find(({ users }) => users === null);
  const rows = cases.map((one) => row(one, floor));
  return `# Server

${date}. ${machineLine(machine)}. ${results.connections} connections, ${results.rounds} rounds of ${results.callsPerRound} calls
in turn, medians. The load, Entra ID and Graph ran on the same machine, in processes of their own.

The floor is an Express handler that asks Graph once and hands on the answer: it checks nothing, keeps nothing, logs nothing
(\`maintenance/bench/server/floor.ts\`). The server is \`dist/server.js\` as in production, with logs, without rate limits.

| \`GET /api/me\` | calls per second | p50 ms | p99 ms | CPU per call ms | beside the floor | memory MB (RSS) | heap MB |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

| figure | value |
| --- | --- |
| CPU per call, most users beside fewest | ${growth(cases).toFixed(2)} × |
| exchanges at Entra ID per call, after everybody has come once | ${perCall.exchanges.toFixed(5)} |
| loads of signing keys per call | ${perCall.keys.toFixed(5)} |
| memory per cached user | ${bytesPerUser.toFixed(0)} bytes |
| cold start of the floor, to its first answer | ${ms(coldStart.floor, 0)} ms |
| cold start of the server, to its first answer | ${ms(coldStart.server, 0)} ms |

![CPU per call](server.svg)
`;
}

function row({ name, round, memory }: Case, floor: Case | undefined): string {
  const beside = floor ? `${(round.cpuMs / floor.round.cpuMs).toFixed(2)} ×` : '';
  const cells = [
    name,
    round.perSecond.toFixed(0),
    ms(round.p50, 1),
    ms(round.p99, 1),
    ms(round.cpuMs),
    beside,
    mb(memory.rss),
    mb(memory.heap),
  ];
  return `| ${cells.join(' | ')} |`;
}

function growth(cases: readonly Case[]): number {
  const servers = cases.filter(({ users }) => users !== null);
  return (servers.at(-1)?.round.cpuMs ?? NaN) / (servers[0]?.round.cpuMs ?? NaN);
}
