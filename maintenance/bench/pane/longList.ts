import type { Browser } from '@playwright/test';
import { loadAll } from '../../../tests/support/loadAll.ts';
import { newTab, paneFrame } from './browser.ts';

/** Frame times while scrolling through the whole list. */
export interface LongList {
  readonly rows: number;
  /** Maximum number of elements in the pane's page. */
  readonly elements: number;
  /** Heap in bytes after a garbage collection. */
  readonly heap: number;
  /** Milliseconds between two frames. */
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  /** Fraction of frames that took longer than 20 ms (50 frames per second). */
  readonly slowShare: number;
}

/** CSS pixels per frame: three rows, faster than a mouse wheel. */
const PIXELS = 160;
const SLOW_MS = 20;

/** Measures `frames` frames. The sandbox must have `rows` files. */
export async function longList(
  browser: Browser,
  host: string,
  rows: number,
  frames: number,
): Promise<LongList> {
  const { context, page, devtools } = await newTab(browser);
  try {
    await page.goto(`${host}/?app=word`);
    const pane = await paneFrame(page);
    await pane.waitForSelector('[data-testid="file-item"]');
    await loadAll(pane);
    const { times, elements } = await pane.evaluate(scrolled, { frames, pixels: PIXELS });
    await devtools.send('HeapProfiler.enable');
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
    return {
      rows,
      elements,
      heap: usedSize,
      p50: at(0.5),
      p95: at(0.95),
      longest: at(1),
      slowShare: times.filter((time) => time > SLOW_MS).length / times.length,
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function scrolled({ frames, pixels }: { frames: number; pixels: number }) {
  const next = () => new Promise<number>((done) => requestAnimationFrame(done));
  const times: number[] = [];
  let elements = 0;
  scrollTo(0, 0);
  await next();
  let before = await next();
  for (let frame = 0; frame < frames; frame += 1) {
    // Jump evenly over the whole list, and scroll on from each position.
    if (frame % 100 === 0) scrollTo(0, (frame / frames) * document.documentElement.scrollHeight);
    else scrollBy(0, pixels);
    const now = await next();
    times.push(now - before);
    before = now;
    if (frame % 50 === 0) elements = Math.max(elements, document.querySelectorAll('*').length);
  }
  return { times, elements };
}
