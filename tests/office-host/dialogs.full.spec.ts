import type { Frame, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Opens a dialog with a click in the pane. Returns the error code, or 0 if it opened. */
function display(pane: Frame, path: string, options: Record<string, unknown> = { promptBeforeOpen: false }) {
  return pane.evaluate(
    ([target, given]) =>
      new Promise<number>((resolve) => {
        const shared = window as unknown as { heard?: unknown[]; dialog: Office.Dialog | undefined };
        const heard = (shared.heard ??= []);
        Office.context.ui.displayDialogAsync(new URL(target, location.href).href, given, (result) => {
          // Office's type declarations always have a value, but a rejected dialog has none.
          const dialog = result.value as Office.Dialog | undefined;
          if (dialog) shared.dialog = dialog;
          dialog?.addEventHandler(Office.EventType.DialogMessageReceived, (event) => heard.push(event));
          dialog?.addEventHandler(Office.EventType.DialogEventReceived, (event) => heard.push(event));
          resolve((result.error as { code: number } | undefined)?.code ?? 0);
        });
      }),
    [path, options] as const,
  );
}

const heard = (pane: Frame) =>
  pane.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard));

async function opened(page: Page, work: () => Promise<number>): Promise<{ code: number; dialog: Page }> {
  const [dialog, code] = await Promise.all([page.context().waitForEvent('page'), work()]);
  await dialog.locator('body[data-ready="true"]').waitFor({ state: 'attached' });
  return { code, dialog };
}

for (const app of ['word', 'outlook']) {
  test(`${app}: a dialog opens, sends messages to the pane, and is closed by the user (12006)`, async ({
    open,
    page,
    host,
  }) => {
    const pane = await open(`?app=${app}`);
    const { code, dialog } = await opened(page, () => display(pane, '/dialog.html?code=secret'));
    expect(code).toBe(0);
    // Only the pane has a bridge to the host.
    expect(await dialog.evaluate(() => 'nestedAppAuthBridge' in window)).toBe(false);
    expect(await display(pane, '/dialog.html')).toBe(12007);
    await dialog.evaluate(() => Office.context.ui.messageParent('hello', { targetOrigin: location.origin }));
    await expect.poll(() => heard(pane)).toContain('hello');
    await dialog.close();
    await expect.poll(() => heard(pane)).toContain('12006');
    const url = `${host.origins.addin}/dialog.html`;
    await expect
      .poll(() => host.sandbox.state.log.entries.filter(({ kind }) => kind === 'dialog'))
      .toMatchObject([
        { app, url, code: null },
        { app, url, code: 0 },
        { url, code: null },
        { url, code: 12007 },
        { url, code: 12006 },
      ]);
  });
}

test('rejects an origin that is not in the manifest (12004)', async ({ open }) => {
  const pane = await open('?app=excel');
  expect(await display(pane, 'https://evil.example/dialog.html')).toBe(12004);
});

test('returns 12011 for blocked pop-ups, even if the scenario changes while the pane is open', async ({
  open,
  host,
}) => {
  host.sandbox.state.setScenario({ popups: 'block' });
  const pane = await open('?app=word');
  expect(await display(pane, '/dialog.html')).toBe(12011);
  host.sandbox.state.setScenario({ popups: 'ignore' });
  await expect.poll(() => display(pane, '/dialog.html')).toBe(12009);
});

test('returns 12009 in the scenario in which the user ignores the prompt', async ({ open, host }) => {
  host.sandbox.state.setScenario({ popups: 'ignore' });
  const pane = await open('?app=powerpoint');
  expect(await display(pane, '/dialog.html')).toBe(12009);
  await expect.poll(() => pane.locator('button').count()).toBe(1);
});

test('shows the prompt if the add-in asks for it', async ({ open, page }) => {
  const pane = await open('?app=word');
  const { code } = await opened(page, async () => {
    const displayed = display(pane, '/dialog.html', { promptBeforeOpen: true });
    await pane.locator('input[type="button"]').first().click();
    return displayed;
  });
  expect(code).toBe(0);
});

test('an iframe dialog exchanges messages, and either side can close it', async ({ open, page }) => {
  const pane = await open('?app=word');
  const options = { displayInIframe: true, width: 50, height: 50 };
  expect(await display(pane, '/dialog.html', options)).toBe(0);
  const holder = page.getByTestId('dialog-frame');
  await holder.contentFrame().locator('body[data-ready="true"]').waitFor({ state: 'attached' });
  const dialog = await (await holder.elementHandle())?.contentFrame();
  await dialog?.evaluate(
    () =>
      new Promise<void>((resolve) => {
        Office.context.ui.addHandlerAsync(
          Office.EventType.DialogParentMessageReceived,
          (event: { message: string }) => Office.context.ui.messageParent(`heard ${event.message}`),
          () => resolve(),
        );
      }),
  );
  await pane.evaluate(() => (window as unknown as { dialog: Office.Dialog }).dialog.messageChild('you'));
  await expect.poll(() => heard(pane)).toContain('heard you');
  await page.getByTestId('dialog-close').click();
  await expect.poll(() => heard(pane)).toContain('12006');
  await expect(holder).toHaveCount(0);
  expect(await display(pane, 'https://evil.example/dialog.html', options)).toBe(12004);
});

test('a scenario rejects consecutive dialogs with its codes', async ({ open, page, host }) => {
  host.sandbox.state.setScenario({ dialog: [12005, 12999, 'ok'] });
  const pane = await open('?app=word');
  expect(await display(pane, '/dialog.html')).toBe(12005);
  expect(await display(pane, '/dialog.html')).toBe(12999);
  const { code, dialog } = await opened(page, () => display(pane, '/dialog.html'));
  expect(code).toBe(0);
  await dialog.close();
});

test('a scenario ends an open dialog with an event, and the add-in can still close it', async ({
  open,
  page,
  host,
}) => {
  host.sandbox.state.setScenario({ dialog: [{ event: 12002, afterMs: 100 }] });
  const pane = await open('?app=excel');
  const { dialog } = await opened(page, () => display(pane, '/dialog.html'));
  await expect.poll(() => heard(pane)).toContain('12002');
  const closed = dialog.waitForEvent('close');
  await pane.evaluate(() => (window as unknown as { dialog: Office.Dialog }).dialog.close());
  await closed;
});

test('blocks windows without a click, in the pane and in its dialog', async ({ open, page, host }) => {
  host.sandbox.state.setScenario({ popups: 'click' });
  const pane = await open('?app=word');
  // Playwright's evaluate has user activation. A timer in the page does not, once the activation has expired.
  const opensLater = (frame: Frame | Page) =>
    frame.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const wait = () =>
            navigator.userActivation.isActive
              ? setTimeout(wait, 200)
              : resolve(window.open('about:blank') !== null);
          wait();
        }),
    );
  const { dialog } = await opened(page, () => display(pane, '/dialog.html'));
  expect(await opensLater(dialog)).toBe(false);
  expect(await opensLater(pane)).toBe(false);
  await dialog.close();
});
