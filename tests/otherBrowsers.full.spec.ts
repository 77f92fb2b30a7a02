import { installedFirefox, installedWebKit } from 'office-addin-tools/testing';
import { anyApplication, expect, test } from './support/fixtures.ts';
import { startFirefox, startWebKit, type DrivenBrowser } from './support/webDrivers.ts';

/** The main job and the sign-in dialog in Firefox and WebKit from Debian packages. */

const firefox = installedFirefox();
const webkit = installedWebKit();
const browsers = {
  Firefox: { missing: firefox ? '' : 'firefox-esr not found', start: () => startFirefox(firefox ?? '') },
  WebKitGTK: {
    missing: webkit ? '' : 'webkit2gtk-driver or xvfb not found',
    start: () => startWebKit(webkit ?? { driver: '', browser: '', xvfb: '' }),
  },
};

const PANE = '/taskpane.html';
const SLOW = { timeout: 60_000 };

const count = async (browser: DrivenBrowser, testId: string, page = PANE) =>
  (await browser.values(page, testId)).length;

for (const [name, { missing, start }] of Object.entries(browsers)) {
  test.describe(name, () => {
    test.skip(missing !== '', missing);
    test.setTimeout(180_000);

    test('lists files and inserts two of them', async ({ sandbox, stack }) => {
      const browser = await start();
      try {
        await browser.goto(`${stack.origins.office}/?app=${anyApplication}`);
        await expect.poll(() => count(browser, 'file-item'), SLOW).toBeGreaterThan(3);
        const names: string[] = [];
        for (const index of [0, 1]) {
          await browser.click(PANE, 'file-item', index);
          names.push((await browser.values(PANE, 'file-item', 'data-name'))[index] ?? '');
          await expect
            .poll(async () => (await browser.values(PANE, 'insert')).join(), SLOW)
            .toContain(`${index + 1}`);
        }
        await browser.click(PANE, 'insert');
        await expect.poll(() => count(browser, 'notice'), SLOW).toBe(1);
        const content = JSON.stringify((await sandbox.document(anyApplication)).content);
        for (const file of names) expect(content).toContain(file);
      } finally {
        await browser.close();
      }
    });

    test('signs in through the dialog if Office has no token (13005)', async ({ sandbox, stack }) => {
      await sandbox.scenario('sso-13005');
      const browser = await start();
      try {
        await browser.goto(`${stack.origins.office}/?app=${anyApplication}`);
        await expect.poll(() => count(browser, 'sign-in'), SLOW).toBe(1);
        await browser.click(PANE, 'sign-in');
        // The dialog opens the sign-in window, or asks for a click if the browser blocks it.
        const asks = () => count(browser, 'dialog-sign-in', '/dialog.html').catch(() => 0);
        const isDone = () => count(browser, 'file-item');
        await expect.poll(async () => (await asks()) + (await isDone()), SLOW).toBeGreaterThan(0);
        if ((await isDone()) === 0)
          await browser.click('/dialog.html', 'dialog-sign-in').catch(() => undefined);
        await expect.poll(isDone, SLOW).toBeGreaterThan(0);
        expect(await browser.values(PANE, 'signed-in-user')).toEqual([
          expect.stringContaining('Adele Vance'),
        ]);
      } finally {
        await browser.close();
      }
    });
  });
}
