import type { BrowserContext, Frame, Page } from '@playwright/test';
import { expect, expectSignedIn, test as base } from '../support/fixtures.ts';

/** The pane in Outlook on a phone: a touch screen, nested app authentication only, and no dialogs. */

interface Phone {
  readonly page: Page;
  readonly pane: Frame;
}

const test = base.extend<{ openPhone: (query: string, width?: number) => Promise<Phone> }>({
  openPhone: async ({ playwright, launchOptions, stack, sandbox: _reset }, use) => {
    const browser = await playwright.chromium.launch(launchOptions);
    const contexts: BrowserContext[] = [];
    await use(async (query, width = 390) => {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        hasTouch: true,
        isMobile: true,
        viewport: { width, height: 844 },
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`${stack.origins.office}/?app=outlook&${query}`);
      await expectSignedIn(page.frameLocator('[data-testid="pane-frame"]'));
      const pane = page.frames().find((frame) => frame.url().includes('/taskpane.html'));
      if (!pane) throw new Error('The pane is missing.');
      return { page, pane };
    });
    for (const context of contexts) await context.close();
    await browser.close();
  },
});

/** Calls Office in the pane, and returns its error number. */
const codeOf = (pane: Frame, call: string) => pane.evaluate<number>(`(async () => (${call}))()`);

for (const [form, platform] of [
  ['phone', 'iOS'],
  ['android', 'Android'],
]) {
  test(`form=${form}: signs in by nested app authentication, without a dialog`, async ({
    openPhone,
    sandbox,
  }) => {
    const { page, pane } = await openPhone(`form=${form}`);
    expect(await pane.evaluate('Office.context.platform')).toBe(platform);
    expect((await sandbox.log('nested')).map(({ method, answer }) => [method, answer])).toEqual([
      ['GetInitContext', 'ok'],
      ['GetToken', 'ok'],
    ]);
    // The pane doesn't call what IdentityAPI doesn't announce. Others get the documented error.
    expect(await sandbox.log('getAccessToken')).toEqual([]);
    expect(await codeOf(pane, 'await Office.auth.getAccessToken().catch(({ code }) => code)')).toBe(13012);
    const dialog = `await new Promise((resolve) =>
      Office.context.ui.displayDialogAsync(location.origin + '/dialog.html', ({ error }) => resolve(error.code)))`;
    expect(await codeOf(pane, dialog)).toBe(5000);
    expect(page.context().pages()).toHaveLength(1);
  });
}

for (const [width, query] of [
  [390, 'form=phone&theme=light'],
  [320, 'form=phone&theme=dark&locale=de-DE'],
  [320, 'form=android&theme=light&locale=ar-SA'],
] as const) {
  test(`${query}: fits ${width} pixels, with targets of 44 pixels`, async ({ openPhone }, info) => {
    const { page, pane } = await openPhone(query, width);
    const holder = page.getByTestId('pane-frame');
    await holder.scrollIntoViewIfNeeded();
    await page.screenshot({ path: info.outputPath('phone.png') });
    const facts = await pane.evaluate(() => ({
      tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      small: [
        ...document.querySelectorAll<HTMLElement>(
          'button, select, input:not([type="checkbox"]), [role="row"]',
        ),
      ]
        .map((element) => ({ box: element.getBoundingClientRect(), name: element.outerHTML.slice(0, 100) }))
        .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
        .map(({ name }) => name),
    }));
    expect(facts).toEqual({ tooWide: 0, small: [] });
    expect((await holder.boundingBox())?.width).toBeLessThanOrEqual(width);
    // The menu, which opens over the list.
    await pane.getByTestId('open-menu').tap();
    await expect(pane.getByTestId('open-settings')).toBeVisible();
    const items = await pane.getByRole('menuitem').evaluateAll((all) => all.map((each) => each.clientHeight));
    for (const height of items) expect(height).toBeGreaterThanOrEqual(43);
  });
}

test('the device is a choice in the header of the host page', async ({ open, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { frame } = await open('outlook');
  await expectSignedIn(frame);
  await page.getByTestId('form').selectOption('android');
  await expectSignedIn(frame);
  expect(await frame.locator('html').evaluate(() => String(Office.context.platform))).toBe('Android');
  expect(page.url()).toContain('form=android');
  expect((await page.getByTestId('pane-frame').boundingBox())?.width).toBeLessThanOrEqual(390);
  await page.screenshot({ path: test.info().outputPath('wide.png') });
  await page.getByTestId('form').selectOption('');
  await expectSignedIn(frame);
  expect(page.url()).not.toContain('form=');
});
