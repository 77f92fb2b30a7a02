import { useEffect, type RefObject } from 'react';

/** Publishes the height of the dock, and scrolls focused elements clear of messages and dock (WCAG 2.2, 2.4.11). */
export function useDockHeight(
  messages: RefObject<HTMLElement | null>,
  dock: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const above = messages.current;
    const below = dock.current;
    if (!above || !below) return;
    const { style } = document.documentElement;
    // Observers run between layout and paint: no frame shows the messages in the wrong place.
    const observer = new ResizeObserver(() => {
      style.setProperty('--dock-height', `${below.offsetHeight}px`);
      style.scrollPaddingBlockEnd = `${above.offsetHeight + below.offsetHeight}px`;
    });
    observer.observe(above);
    observer.observe(below);
    return () => observer.disconnect();
  }, [messages, dock]);
}
