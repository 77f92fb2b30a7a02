/** All in points, from the top left corner of the slide. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;

export const MARGIN = { side: 40, top: 40, bottom: 24 };
const GAP = 12;
/** Narrower columns break every file name. */
const NARROWEST = 400;
/** Beyond so many shapes a slide is a drawing, and only its full width is tried. */
const MOST_SHAPES = 40;

/** What is on the slide; text has an order of reading, which a list must not come before. */
export interface Obstacle extends Box {
  readonly isText: boolean;
}

/** Date and slide number, at the bottom of a slide, are not read after the list. */
const FOOTER = 0.85;

/**
 * Returns where a box fits without touching an obstacle, or null: never above text that is there, and otherwise as
 * high as possible, as wide as possible.
 * @param heightAt the height in points that a box of this width needs
 */
export function freeBox(
  slide: Size,
  obstacles: readonly Obstacle[],
  heightAt: (width: number) => number,
): Box | null {
  const lastText = obstacles
    .filter(({ isText, top }) => isText && top < slide.height * FOOTER)
    .reduce((lowest, { top }) => Math.max(lowest, top), -Infinity);
  let best: Box | null = null;
  for (const { left, width } of columns(slide, obstacles)) {
    const height = heightAt(width);
    const gap = gaps(slide, obstacles, left, width).find(
      ({ top, bottom }) => top >= lastText && bottom - top >= height,
    );
    // The widest columns come first: at the same height they stay.
    if (gap && gap.top < (best?.top ?? Infinity)) best = { left, top: gap.top, width, height };
  }
  return best;
}

/** Returns the tallest free box of the full width, or null when nothing is free. */
export function tallestBox(slide: Size, obstacles: readonly Box[]): Box | null {
  const left = MARGIN.side;
  const width = slide.width - 2 * MARGIN.side;
  const [tallest] = gaps(slide, obstacles, left, width).sort(
    (one, other) => other.bottom - other.top - (one.bottom - one.top),
  );
  return tallest ? { left, top: tallest.top, width, height: tallest.bottom - tallest.top } : null;
}

/** Between the edges of the slide and of the obstacles, the widest first. */
function columns(slide: Size, obstacles: readonly Box[]): readonly Pick<Box, 'left' | 'width'>[] {
  const first = MARGIN.side;
  const last = slide.width - MARGIN.side;
  const edges = obstacles.length > MOST_SHAPES ? [] : obstacles;
  const lefts = [first, ...edges.map(({ left, width }) => left + width + GAP)];
  const rights = [last, ...edges.map(({ left }) => left - GAP)];
  return lefts
    .filter((left) => left >= first)
    .flatMap((left) =>
      rights
        .filter((right) => right <= last && right - left >= Math.min(NARROWEST, last - first))
        .map((right) => ({ left, width: right - left })),
    )
    .sort((one, other) => other.width - one.width || one.left - other.left);
}

/** What is free of a column, from the top down. */
function gaps(slide: Size, obstacles: readonly Box[], left: number, width: number) {
  const inTheWay = obstacles
    .filter((box) => box.left < left + width && box.left + box.width > left)
    .sort((one, other) => one.top - other.top);
  const free: { top: number; bottom: number }[] = [];
  let top = MARGIN.top;
  for (const box of inTheWay) {
    if (box.top - GAP > top) free.push({ top, bottom: box.top - GAP });
    top = Math.max(top, box.top + box.height + GAP);
  }
  const bottom = slide.height - MARGIN.bottom;
  // What lies below the last shape that this column meets.
  if (bottom > top) free.push({ top, bottom });
  // An obstacle that starts below the usable area must not stretch a gap beyond it.
  return free
    .map((gap) => ({ top: gap.top, bottom: Math.min(gap.bottom, bottom) }))
    .filter((gap) => gap.bottom > gap.top);
}
