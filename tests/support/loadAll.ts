import type { Frame } from '@playwright/test';

/** As the user does it, and as fast as the pane can: to the end of the list, until there is no more. */
export function loadAll(pane: Frame): Promise<void> {
  return pane.evaluate(async () => {
    for (;;) {
      while (!document.querySelector('main[aria-busy="false"]'))
        await new Promise((next) => setTimeout(next, 20));
      const more = document.querySelector<HTMLElement>('[data-testid="load-more"]');
      if (!more) return;
      more.click();
      // React has shown by then that the pane is busy.
      await new Promise((next) => setTimeout(next));
    }
  });
}
