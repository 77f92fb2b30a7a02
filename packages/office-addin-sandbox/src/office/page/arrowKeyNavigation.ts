/**
 * Moves the focus through the visible items of a list with Up, Down, Home and End.
 * @param items selector
 * @param before gets the focus on Up from the first item
 */
export function arrowKeyNavigation(list: HTMLElement, items: string, before?: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...list.querySelectorAll<HTMLElement>(items)].filter((item) => item.checkVisibility());
    const index = all.findIndex((item) => item === document.activeElement);
    const next = {
      ArrowDown: index + 1,
      ArrowUp: index < 0 ? all.length - 1 : index - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    (next < 0 ? before : all[Math.min(next, all.length - 1)])?.focus();
  });
}
