import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { ScenarioInput } from 'office-addin-sandbox';
import { DIST } from 'office-addin-tools';
import { localhostCertificates, startStack, type Stack } from 'office-addin-tools/testing';
import { startBrowser } from './browser.ts';
import { coldLoad, type ColdLoad } from './coldLoad.ts';
import { buildBaseline } from './baselinePage.ts';
import { longList, type LongList } from './longList.ts';
import { setScenario } from './setScenario.ts';
import { weightsOf, type Weight } from './weights.ts';

export interface PaneSize {
  /** Cold loads of each page. */
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
  readonly loads: Readonly<Record<PageName, readonly ColdLoad[]>>;
  /** Load average of the last minute, before and after. */
  readonly machineLoad: readonly [before: number, after: number];
  readonly weights: readonly Weight[];
  readonly baselineWeights: readonly Weight[];
  readonly list: LongList;
}

/** First port of the three sandboxes. Override it with PANE_BENCH_PORT. */
const FIRST_PORT = Number(process.env['PANE_BENCH_PORT'] ?? 3500);

/** Selectors that end a load. */
const done: Readonly<Record<PageName, string>> = {
  pane: '[data-testid="file-item"]',
  baseline: 'button',
  'baseline with office.js': 'button',
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
    const browser = await startBrowser();
    closing.push(() => browser.close());
    const before = loadavg()[0] ?? NaN;
    const loads = await coldLoads(browser, stacks, size, print);
    print('Scrolling …');
    await scenario(stacks.pane, { fileCount: size.rows });
    const list = await longList(browser, stacks.pane.origins.office, size.rows, size.frames);
    return {
      size,
      loads,
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
async function coldLoads(
  browser: Browser,
  stacks: Readonly<Record<PageName, Stack>>,
  { loads }: PaneSize,
  print: (text: string) => void,
): Promise<Record<PageName, ColdLoad[]>> {
  const found: Record<PageName, ColdLoad[]> = { pane: [], baseline: [], 'baseline with office.js': [] };
  // The token without delay, Graph after 100 ms.
  await scenario(stacks.pane, { latencyMs: API_MS, getAccessToken: [{ token: {}, afterMs: 0 }] });
  // Round 0 warms up the servers.
  for (let round = 0; round <= loads; round += 1) {
    print(`Load ${round} of ${loads} …`);
    for (const name of pageNames) {
      const load = await coldLoad(browser, stacks[name].origins.office, done[name], SLOWDOWN);
      if (round > 0) found[name].push(load);
    }
  }
  return found;
}

async function scenario({ origins }: Stack, wanted: ScenarioInput): Promise<void> {
  const { ca } = await localhostCertificates();
  await setScenario(origins.office, ca, wanted);
}
