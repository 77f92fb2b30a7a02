import { startTransition, useEffect, useState, type RefObject } from 'react';

/** Height of a row in CSS pixels; all rows have the same. */
export const ROW_HEIGHT = 48;
/** Rows in the page above and below the visible ones, so that fast scrolling shows no gap. */
const SPARE = 12;
/** So few rows are all in the page: the browser's own search finds every name. */
const ALL_ROWS = 200;

export interface RowRange {
  readonly first: number;
  /** One behind the last. */
  readonly end: number;
}

/** What is needed to fill the screen: with it a list begins, and the rest follows once that is seen. */
const firstRows = (count: number): RowRange => ({
  first: 0,
  end: Math.min(count, Math.ceil(innerHeight / ROW_HEIGHT)),
});

/** @param top where the list begins below the upper edge of what is visible; negative once it has scrolled */
export function rowsInView(top: number, viewHeight: number, count: number): RowRange {
  if (count <= ALL_ROWS) return { first: 0, end: count };
  const first = Math.floor(-top / ROW_HEIGHT) - SPARE;
  const end = Math.ceil((viewHeight - top) / ROW_HEIGHT) + SPARE;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}

/** The rows that have to be in the page now, and the one with the focus: it must not vanish under the reader. */
export function rowsToShow({ first, end }: RowRange, active: number, count: number): number[] {
  const rows = Array.from({ length: end - first }, (_, index) => first + index);
  if (active < first && active < count) rows.unshift(active);
  else if (active >= end && active < count) rows.push(active);
  return rows;
}

/** Follows scrolling and the size of the window. */
export function useRowsInView(list: RefObject<HTMLElement | null>, count: number): RowRange {
  const [range, setRange] = useState(() => firstRows(count));
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = rowsInView(top, innerHeight, count);
      setRange((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    const later = () => (frame ||= requestAnimationFrame(measure));
    startTransition(measure);
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
    };
  }, [list, count]);
  // Before the next measurement: a list that has become shorter.
  return { first: Math.min(range.first, count), end: Math.min(range.end, count) };
}
