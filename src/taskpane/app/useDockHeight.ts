import { useEffect, type RefObject } from 'react';

/** Keeps what gets the focus above the dock, which covers the end of the page (WCAG 2.2, 2.4.11). */
export function useDockHeight(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dock.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      document.documentElement.style.scrollPaddingBlockEnd = `${element.offsetHeight}px`;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [dock]);
}
