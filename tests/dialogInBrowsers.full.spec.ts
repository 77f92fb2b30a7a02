import type { BrowserContext, Page } from '@playwright/test';
import { anyApplication, applications, expect, test } from './support/fixtures.ts';
import { OFFICE_HOSTS, strictBrowser } from './support/strictBrowser.ts';

/**
 * The sign-in dialog under the strictest conditions: partitioned storage and pop-up blocker on, Office on the same site
 * and on another one, the identity provider with and without COOP. Every click is a real click.
 */
test.use({
  settings: {
    FRAME_ANCESTORS: ['localhost', ...Object.values(OFFICE_HOSTS)]
      .map((host) => `https://${host}:*`)
      .join(' '),
  },
});

async function signIn(context: BrowserContext, page: Page): Promise<void> {
  const frame = page.frameLocator('[data-testid="pane-frame"]');
  await expect(frame.getByTestId('message')).toHaveAttribute('data-code', 'sso_13005');
  await reportSignInButton(context);
  const opened = context.waitForEvent('page');
  // The browser blocks a window without a click, and the dialog asks for one.
  const asked = context.waitForEvent('console', (message) => message.text() === SIGN_IN_OFFERED);
  await frame.getByTestId('sign-in').click();
  const dialog = await opened;
  await asked;
  await dialog.getByTestId('dialog-sign-in').click();
  await expect(frame.getByTestId('signed-in-user')).toContainText('Adele Vance');
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
}

const SIGN_IN_OFFERED = 'The dialog offers Sign in';

/**
 * Prints to the console when a dialog shows its Sign in button. A locator would not work: Playwright evaluates in the page
 * with user activation, so the browser would allow the window.
 */
function reportSignInButton(context: BrowserContext): Promise<unknown> {
  return context.addInitScript((offered) => {
    addEventListener('DOMContentLoaded', () => {
      const button = document.getElementById('sign-in');
      const report = () => void (button?.hidden === false && console.info(offered));
      if (button) new MutationObserver(report).observe(button, { attributeFilter: ['hidden'] });
    });
  }, SIGN_IN_OFFERED);
}

/** One Office application and, if the add-in supports it, Outlook. The other applications behave like the first. */
const unlike = applications.filter((app) => app === anyApplication || app === 'outlook');

for (const app of unlike) {
  for (const site of ['same site', 'another site'] as const) {
    for (const coop of [true, false]) {
      test(`${app}, Office on ${site}, provider ${coop ? 'with' : 'without'} COOP`, async ({
        sandbox,
        stack,
      }) => {
        // These tests run first, and each starts another browser while all workers start theirs.
        test.setTimeout(180_000);
        await sandbox.scenario({ getAccessToken: [13005], coop });
        const { port } = new URL(stack.origins.office);
        const host = site === 'same site' ? 'localhost' : OFFICE_HOSTS[app];
        const { context, close } = await strictBrowser();
        try {
          const page = await context.newPage();
          await page.goto(`https://${host}:${port}/?app=${app}`);
          await signIn(context, page);
          await expect
            .poll(() => context.pages().filter((other) => other.url().includes('dialog.html')).length)
            .toBe(0);
          expect((await sandbox.log('dialog')).filter(({ code }) => code === 12006)).toEqual([]);
        } finally {
          await close();
        }
      });
    }
  }
}
