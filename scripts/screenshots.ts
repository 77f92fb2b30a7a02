import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { main as build } from './build.ts';
import { ROOT } from './nodeProcess.ts';
import { startStack, type Stack } from './stack.ts';

/** Away from the ports of `npm start` and of the tests. */
const FIRST_PORT = 3480;
const PICTURE = join(ROOT, 'docs', 'images', 'sandbox.png');

/**
 * `node scripts/run.mjs screenshots`: takes the picture of the README anew. Builds first; with `--no-build` it takes
 * dist/ as it is.
 */
export async function main(args: readonly string[]): Promise<void> {
  if (!args.includes('--no-build')) await build();
  const stack = await startStack({ port: FIRST_PORT });
  try {
    await takePicture(stack);
  } finally {
    await stack.close();
  }
  console.log('docs/images/sandbox.png is taken.');
}

async function takePicture({ origins }: Stack): Promise<void> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: root ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 760 },
      deviceScaleFactor: 1.5,
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    await page.goto(`${origins.office}/?app=word&scenario=ok`);
    await insertSome(page);
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
  }
}

/** The main job: files stand in the document, more are chosen. */
async function insertSome(page: Page): Promise<void> {
  const pane = page.frameLocator('[data-testid="pane-frame"]');
  const items = pane.getByTestId('file-item');
  await expect(items.first()).toBeVisible();
  for (const index of [2, 3, 5]) await items.nth(index).click();
  await pane.getByTestId('insert').click();
  await expect(pane.getByTestId('notice')).toBeVisible();
  for (const index of [1, 4]) await items.nth(index).click();
  await expect(pane.getByTestId('insert')).toBeEnabled();
}
