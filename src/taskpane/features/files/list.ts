import { startTransition, useEffect, useState, type RefObject } from 'react';

/** The action of a key in the list (ARIA Authoring Practices, grid with multiple selection). */
export type ListAction =
  | { readonly kind: 'move'; readonly to: number }
  /** Moves there and selects everything from the anchor. */
  | { readonly kind: 'extend'; readonly to: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'all' }
  | { readonly kind: 'find'; readonly letter: string };

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  /** Command on a Mac. */
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface ListFacts {
  readonly active: number;
  readonly count: number;
  /** Number of visible rows. */
  readonly page: number;
  /** Whether the active row can be opened. */
  readonly canOpen: boolean;
}

/** Returns null if the list doesn't handle the key. Pure. */
export function listAction(
  pressed: PressedKey,
  { active, count, page, canOpen }: ListFacts,
): ListAction | null {
  const { key, shiftKey, altKey } = pressed;
  const command = pressed.ctrlKey || pressed.metaKey;
  if (altKey || count === 0) return null;
  if (command && key.toLowerCase() === 'a') return { kind: 'all' };
  const target = targetOf(key, active, count, page);
  if (target !== undefined) {
    // As in the practices, Home and End extend only with Ctrl+Shift; the others with Shift.
    const isRange = shiftKey && (command || (key !== 'Home' && key !== 'End'));
    return { kind: isRange ? 'extend' : 'move', to: Math.max(0, Math.min(count - 1, target)) };
  }
  if (command) return null;
  if (key === ' ') return shiftKey ? { kind: 'extend', to: active } : { kind: 'toggle' };
  if (key === 'Enter') return { kind: canOpen ? 'open' : 'toggle' };
  return [...key].length === 1 ? { kind: 'find', letter: key } : null;
}

function targetOf(key: string, active: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * Returns the index of the next name that starts with the typed text; -1: none. A single letter starts after the active
 * row, so that pressing it again finds the next match.
 */
export function findByName(names: readonly string[], typed: string, active: number): number {
  const prefix = typed.toLocaleLowerCase();
  const from = [...typed].length === 1 ? active + 1 : active;
  for (let step = 0; step < names.length; step += 1) {
    const index = (from + step) % names.length;
    if (names[index]?.toLocaleLowerCase().startsWith(prefix)) return index;
  }
  return -1;
}

/** Height of every row in CSS pixels. */
export const ROW_HEIGHT = 48;
/** Rows to render above and below the visible ones, so that fast scrolling shows no gap. */
const OVERSCAN = 12;
/** Shorter lists are rendered completely, so that the browser's find-in-page works. */
const MIN_WINDOWED = 200;

interface RowRange {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** Returns the rows that fill the screen. A list starts with these and adds the others after the first paint. */
const initialRange = (count: number): RowRange => ({
  first: 0,
  end: Math.min(count, Math.ceil(innerHeight / ROW_HEIGHT)),
});

/** Returns the rows to render. @param top of the list in the viewport, in pixels; negative after scrolling */
export function rowsInView(top: number, viewHeight: number, count: number): RowRange {
  if (count <= MIN_WINDOWED) return { first: 0, end: count };
  const first = Math.floor(-top / ROW_HEIGHT) - OVERSCAN;
  const end = Math.ceil((viewHeight - top) / ROW_HEIGHT) + OVERSCAN;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}

/** Returns the rows in the range, and the active one, which must stay in the page to keep the focus. */
export function rowsToRender({ first, end }: RowRange, active: number, count: number): number[] {
  const rows = Array.from({ length: end - first }, (_, index) => first + index);
  if (active < first && active < count) rows.unshift(active);
  else if (active >= end && active < count) rows.push(active);
  return rows;
}

/** Returns the rows in view; updates on scroll and resize. */
export function useRowsInView(list: RefObject<HTMLElement | null>, count: number): RowRange {
  const [range, setRange] = useState(() => initialRange(count));
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = rowsInView(top, innerHeight, count);
      setRange((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    const schedule = () => (frame ||= requestAnimationFrame(measure));
    // In the next frame, which computes the layout anyway.
    frame = requestAnimationFrame(() => startTransition(measure));
    addEventListener('scroll', schedule, { passive: true });
    addEventListener('resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', schedule);
      removeEventListener('resize', schedule);
    };
  }, [list, count]);
  // The list may have become shorter since the last measurement.
  return { first: Math.min(range.first, count), end: Math.min(range.end, count) };
}
