import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioInput } from 'office-addin-sandbox';
import { DIST } from 'office-addin-tools';
import { localhostCertificates, startStack, type Stack } from 'office-addin-tools/testing';
import { startBrowser } from './browser.ts';
import { startDevTools } from './devtools.ts';
import { FAST_4G, openings, type Load, type LoadEnd } from './load.ts';
import { buildBaseline } from './baselinePage.ts';
import { longList, type LongList } from './longList.ts';
import { setScenario } from './setScenario.ts';
import { weightsOf, type Weight } from './weights.ts';

export interface PaneSize {
  /** Loads of each page. */
  readonly loads: number;
  readonly rows: number;
  readonly frames: number;
}

export const fullSize: PaneSize = { loads: 15, rows: 10_000, frames: 3000 };
export const quickSize: PaneSize = { loads: 3, rows: 2_000, frames: 600 };

export const SLOWDOWN = 4;
export const API_MS = 100;

export const pageNames = ['pane', 'baseline', 'baseline with office.js'] as const;
export type PageName = (typeof pageNames)[number];

export interface PaneResults {
  readonly size: PaneSize;
  /** Loads with an empty cache. */
  readonly loads: Readonly<Record<PageName, readonly Load[]>>;
  /** First and second opening of the pane over Fast 4G. */
  readonly fast4G: Readonly<Record<'first' | 'second', readonly Load[]>>;
  /** Load average of the last minute, before and after. */
  readonly machineLoad: readonly [before: number, after: number];
  readonly weights: readonly Weight[];
  readonly baselineWeights: readonly Weight[];
  readonly list: LongList;
}

/** First port of the three sandboxes. Override it with PANE_BENCH_PORT. */
const FIRST_PORT = Number(process.env['PANE_BENCH_PORT'] ?? 3500);

const ends: Readonly<Record<PageName, LoadEnd>> = {
  pane: 'pane-usable',
  baseline: 'first-contentful-paint',
  'baseline with office.js': 'first-contentful-paint',
};

/** The built pane in dist/, and the baseline, each served by the real server with its own sandbox. */
export async function paneBench(size: PaneSize, print: (text: string) => void): Promise<PaneResults> {
  const folder = await mkdtemp(join(tmpdir(), 'pane-baseline-'));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    print('Building the baseline …');
    const baseline = await buildBaseline(folder);
    const publicDirs: Record<PageName, string> = {
      pane: join(DIST, 'public'),
      baseline: baseline.alone,
      'baseline with office.js': baseline.withOffice,
    };
    const stacks = {} as Record<PageName, Stack>;
    for (const [index, name] of pageNames.entries()) {
      const settings = { PUBLIC_DIR: publicDirs[name] };
      stacks[name] = await startStack({ port: FIRST_PORT + index * 10, settings });
      closing.push(stacks[name].close);
    }
    const before = loadavg()[0] ?? NaN;
    const { loads, fast4G } = await interleavedLoads(stacks, size, print);
    print('Scrolling …');
    const browser = await startBrowser();
    closing.push(() => browser.close());
    await scenario(stacks.pane, { fileCount: size.rows });
    const list = await longList(browser, stacks.pane.origins.office, size.rows, size.frames);
    return {
      size,
      loads,
      fast4G,
      machineLoad: [before, loadavg()[0] ?? NaN],
      weights: await weightsOf(publicDirs.pane, /^(dialog|bridge|history)\./),
      baselineWeights: await weightsOf(publicDirs.baseline, /^$/),
      list,
    };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Interleaved, so that a busy moment of the machine affects all pages alike. */
async function interleavedLoads(
  stacks: Readonly<Record<PageName, Stack>>,
  { loads: rounds }: PaneSize,
  print: (text: string) => void,
): Promise<Pick<PaneResults, 'loads' | 'fast4G'>> {
  const loads: Record<PageName, Load[]> = { pane: [], baseline: [], 'baseline with office.js': [] };
  const fast4G = { first: [] as Load[], second: [] as Load[] };
  // The token without delay, Graph after 100 ms.
  await scenario(stacks.pane, { latencyMs: API_MS, getAccessToken: [{ token: {}, afterMs: 0 }] });
  // Round 0 warms up the servers.
  const devTools = await startDevTools((await localhostCertificates()).cert);
  try {
    for (let round = 0; round <= rounds; round += 1) {
      print(`Round ${round} of ${rounds} …`);
      for (const name of pageNames) {
        const host = stacks[name].origins.office;
        const [load] = await openings(devTools, host, ends[name], { slowdown: SLOWDOWN }, 1);
        if (load && round > 0) loads[name].push(load);
      }
      const conditions = { slowdown: SLOWDOWN, network: FAST_4G };
      const [first, second] = await openings(devTools, stacks.pane.origins.office, ends.pane, conditions, 2);
      if (!first || !second || round === 0) continue;
      fast4G.first.push(first);
      fast4G.second.push(second);
    }
  } finally {
    await devTools.close();
  }
  return { loads, fast4G };
}

async function scenario({ origins }: Stack, wanted: ScenarioInput): Promise<void> {
  const { ca } = await localhostCertificates();
  await setScenario(origins.office, ca, wanted);
}
