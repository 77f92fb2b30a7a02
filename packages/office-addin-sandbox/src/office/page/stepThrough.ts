/**
 * Up, Down, Home and End move the focus through the parts of a list that can be seen, so that a long list is one stop
 * of the Tab key. @param before takes the focus when Up leaves the first one.
 */
export function stepThrough(list: HTMLElement, parts: string, before?: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...list.querySelectorAll<HTMLElement>(parts)].filter((part) => part.checkVisibility());
    const at = all.findIndex((part) => part === document.activeElement);
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? all.length - 1 : at - 1,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    (next < 0 ? before : all[Math.min(next, all.length - 1)])?.focus();
  });
}
