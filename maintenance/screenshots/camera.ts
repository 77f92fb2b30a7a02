import {
  chromium,
  expect as playwrightExpect,
  request,
  type Browser,
  type FrameLocator,
  type Page,
} from '@playwright/test';
import { findBrowser, startStack, type Stack } from 'office-addin-tools/testing';
import type { Application } from '../../src/contract/api.ts';
import { Sandbox } from '../../tests/support/fixtures.ts';

/** Long timeout, so that a busy machine does not spoil a screenshot. */
export const expect = playwrightExpect.configure({ timeout: 60_000 });

/** Differs from the ports of `npm start` and of the tests. */
const FIRST_PORT = 3480;

/** A browser with the built add-in in its own sandbox. */
export interface Camera {
  readonly sandbox: Sandbox;
  /** Opens the host page. Screenshots are reproducible: no motion, fixed browser language. */
  readonly open: (view: View) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

export interface View {
  readonly app: Application;
  /** BCP 47, Office's display language. */
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly deviceScaleFactor?: number;
}

export interface Opened {
  readonly page: Page;
  readonly frame: FrameLocator;
}

export async function startCamera(): Promise<Camera> {
  const stack = await startStack({ port: FIRST_PORT });
  const requests = await request.newContext({ ignoreHTTPSErrors: true });
  const browser = await launch();
  return {
    sandbox: new Sandbox(requests, stack.origins.office),
    open: (view) => open(browser, stack, view),
    async close() {
      await browser.close();
      await requests.dispose();
      await stack.close();
    },
  };
}

function launch(): Promise<Browser> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findBrowser(),
    args: ['--disable-gpu', ...(root ? ['--no-sandbox'] : [])],
  });
}

async function open(browser: Browser, { origins }: Stack, view: View): Promise<Opened> {
  const { app, locale = 'en-US', theme = 'light', width = 1440, height = 860, deviceScaleFactor = 1 } = view;
  const page = await browser.newPage({
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    deviceScaleFactor,
    reducedMotion: 'reduce',
    colorScheme: theme,
    locale: 'en-US',
  });
  await page.goto(`${origins.office}/?app=${app}&locale=${locale}`);
  return { page, frame: page.frameLocator('[data-testid="pane-frame"]') };
}
