import { loadAll } from '../support/loadAll.ts';
import { applications, expect, test, undoes } from '../support/fixtures.ts';

const FILES = 1000;

/** Counts the files in the document by their unique URLs. */
function inserted(content: unknown): number {
  const text = JSON.stringify(content).replaceAll('&amp;', '&');
  return new Set(text.match(/https:\/\/files\.contoso\.example\/[^"\\<]+/g)).size;
}

for (const app of applications) {
  test(`${app}: inserts 1,000 selected files, and reports the number after a cancel`, async ({
    open,
    sandbox,
  }) => {
    test.setTimeout(240_000);
    await sandbox.scenario({ fileCount: FILES });
    const { page, frame } = await open(app);
    await expect(frame.getByTestId('file-item').first()).toBeVisible();
    const pane = page.frames().find((each) => each.url().includes('/taskpane.html'));
    if (pane) await loadAll(pane);
    const insert = frame.getByTestId('insert');
    const notice = frame.getByTestId('notice');

    // Ctrl+A in the list, like Select all below it.
    await frame.getByTestId('file-item').first().focus();
    await frame.getByTestId('file-item').first().press('Control+a');
    await expect(insert).toContainText('1,000');
    // Cancel at the first progress number, from within the page, because Playwright would be too late.
    await pane?.evaluate(() => {
      new MutationObserver((_changes, watch) => {
        const cancel = document.querySelector<HTMLElement>('[data-testid="cancel"]');
        const told = /\d/.test(document.querySelector('[data-testid="progress"]')?.textContent ?? '');
        if (!cancel || !told) return;
        watch.disconnect();
        cancel.click();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await insert.click();
    await expect(notice).toHaveAttribute('data-code', 'insert_stopped', { timeout: 60_000 });
    // Remove the bidirectional isolates around the number.
    const sentence = (await notice.innerText()).replace(/[\u2066-\u2069]/g, '');
    const stands = Number(/kept: ([\d,]+) of 1,000/.exec(sentence)?.[1]?.replace(',', '') ?? NaN);
    expect(stands).toBeGreaterThan(0);
    expect(stands).toBeLessThan(FILES);
    const { content } = await sandbox.document(app);
    expect(inserted(content)).toBe(stands);

    // In the other applications, only the notice reports what remains after a cancel.
    if (undoes.has(app)) {
      await notice.getByTestId('undo').click();
      await expect(notice).toHaveAttribute('data-code', 'undone', { timeout: 60_000 });
      expect(inserted((await sandbox.document(app)).content)).toBe(0);
    }
    // The selection is kept, and is inserted now.
    await expect(insert).toContainText('1,000');
    await insert.click();
    await expect(notice).toHaveAttribute('data-code', 'inserted', { timeout: 120_000 });
    await expect(notice).toContainText('1,000');
    expect(inserted((await sandbox.document(app)).content)).toBe(FILES);
  });
}
