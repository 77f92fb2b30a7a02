import type { Frame } from '@playwright/test';

/** Loads the whole list like a user: scrolls to its end until there are no more items. */
export function loadAll(pane: Frame): Promise<void> {
  return pane.evaluate(async () => {
    for (;;) {
      while (!document.querySelector('main[aria-busy="false"]'))
        await new Promise((next) => setTimeout(next, 20));
      const more = document.querySelector<HTMLElement>('[data-testid="load-more"]');
      if (!more) return;
      more.click();
      // By then, React has rendered the busy state.
      await new Promise((next) => setTimeout(next));
    }
  });
}
