import { startTransition, useEffect, useState, type RefObject } from 'react';

/** Height of every row in CSS pixels. */
export const ROW_HEIGHT = 48;
/** Rows to render above and below the visible ones, so that fast scrolling shows no gap. */
const OVERSCAN = 12;
/** Shorter lists are rendered completely, so that the browser's find-in-page works. */
const MIN_WINDOWED = 200;

export interface RowRange {
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
    startTransition(measure);
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
