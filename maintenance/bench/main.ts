import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, buildProject as build } from 'office-addin-tools';
import { barChart } from './barChart.ts';
import { thisMachine } from './machine.ts';
import * as paneBenches from './pane/paneBench.ts';
import { benchOptions, type BenchName } from './options.ts';
import { paneTable } from './pane/table.ts';
import { flood } from './flood/flood.ts';
import { fullSize, quickSize, serverBench } from './server/serverBench.ts';
import { serverTable } from './server/table.ts';
import { instancesBench, instancesTable } from './server/instances.ts';
import { soak } from './soak/soak.ts';

const RESULTS = join(import.meta.dirname, 'results');
const programs: Record<BenchName, (args: readonly string[]) => Promise<void>> = {
  server,
  pane,
  instances,
  flood,
  soak,
};

/** Runs the named benchmarks, by default server and pane: see maintenance/bench/README.md. */
export async function main(args: readonly string[]): Promise<void> {
  for (const { name, options } of benchOptions(args)) await programs[name](options);
}

/** `--quick` runs smaller and writes nothing. */
async function server(args: readonly string[]): Promise<void> {
  const quick = args.includes('--quick');
  await build();
  const results = await serverBench(join(DIST, 'server.js'), quick ? quickSize : fullSize, print);
  const machine = thisMachine();
  const date = new Date().toISOString().slice(0, 10);
  const page = serverTable(results, machine, date);
  print(page);
  if (quick) return;
  const bars = results.cases.map(({ name, users, round }) => ({
    label: name,
    value: round.cpuMs,
    text: `${round.cpuMs.toFixed(3)} ms`,
    reference: users === null,
  }));
  await mkdir(RESULTS, { recursive: true });
  await writeFile(
    join(RESULTS, 'server.json'),
    `${JSON.stringify({ date, machine, ...results }, null, 2)}\n`,
  );
  await writeFile(join(RESULTS, 'server.md'), page);
  await writeFile(join(RESULTS, 'server.svg'), barChart('Processor time per call of /api/me', bars));
  print(`Wrote the results to ${RESULTS}.`);
}

/** Like `server`. `--no-build` uses dist/ as it is. */
async function pane(args: readonly string[]): Promise<void> {
  const quick = args.includes('--quick');
  if (!args.includes('--no-build')) await build();
  const { paneBench, fullSize: full, quickSize: little } = paneBenches;
  const results = await paneBench(quick ? little : full, print);
  const machine = thisMachine();
  const date = new Date().toISOString().slice(0, 10);
  const page = paneTable(results, machine, date);
  print(page);
  if (quick) return;
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, 'pane.json'), `${JSON.stringify({ date, machine, ...results }, null, 2)}\n`);
  await writeFile(join(RESULTS, 'pane.md'), page);
  print(`Wrote the results to ${RESULTS}.`);
}

/** Prints a table for docs/scale-out.md. `--no-build` uses dist/ as it is. */
async function instances(args: readonly string[]): Promise<void> {
  if (!args.includes('--no-build')) await build();
  print(instancesTable(await instancesBench(join(DIST, 'server.js'))));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
