/** In points, from the top left corner of the slide. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;

export const MARGIN = { side: 40, top: 40, bottom: 24 };
const GAP = 12;
/** File names wrap in narrower columns. */
const MIN_COLUMN_WIDTH = 400;
/** With more shapes, the slide is a drawing, and only its full width is tried. */
const MAX_SHAPES = 40;

/** A shape on the slide. New text must come after existing text in the reading order. */
export interface Obstacle extends Box {
  readonly isText: boolean;
}

/** Share of the slide height. Text below it (date, slide number) may follow new text. */
const FOOTER_START = 0.85;

/**
 * Returns the highest, then widest place where a box touches no obstacle and is not above existing text; null if there
 * is none.
 * @param heightAt returns the height in points that a box of this width needs
 */
export function freeBox(
  slide: Size,
  obstacles: readonly Obstacle[],
  heightAt: (width: number) => number,
): Box | null {
  const lastText = obstacles
    .filter(({ isText, top }) => isText && top < slide.height * FOOTER_START)
    .reduce((lowest, { top }) => Math.max(lowest, top), -Infinity);
  let best: Box | null = null;
  for (const { left, width } of columns(slide, obstacles)) {
    const height = heightAt(width);
    const gap = gaps(slide, obstacles, left, width).find(
      ({ top, bottom }) => top >= lastText && bottom - top >= height,
    );
    // The widest columns come first, so at the same height the widest wins.
    if (gap && gap.top < (best?.top ?? Infinity)) best = { left, top: gap.top, width, height };
  }
  return best;
}

/** Returns the tallest free box of full width, or null if there is none. */
export function tallestBox(slide: Size, obstacles: readonly Box[]): Box | null {
  const left = MARGIN.side;
  const width = slide.width - 2 * MARGIN.side;
  const [tallest] = gaps(slide, obstacles, left, width).sort(
    (one, other) => other.bottom - other.top - (one.bottom - one.top),
  );
  return tallest ? { left, top: tallest.top, width, height: tallest.bottom - tallest.top } : null;
}

/** Returns the columns between the edges of the slide and of the obstacles, the widest first. */
function columns(slide: Size, obstacles: readonly Box[]): readonly Pick<Box, 'left' | 'width'>[] {
  const first = MARGIN.side;
  const last = slide.width - MARGIN.side;
  const edges = obstacles.length > MAX_SHAPES ? [] : obstacles;
  const lefts = [first, ...edges.map(({ left, width }) => left + width + GAP)];
  const rights = [last, ...edges.map(({ left }) => left - GAP)];
  return lefts
    .filter((left) => left >= first)
    .flatMap((left) =>
      rights
        .filter((right) => right <= last && right - left >= Math.min(MIN_COLUMN_WIDTH, last - first))
        .map((right) => ({ left, width: right - left })),
    )
    .sort((one, other) => other.width - one.width || one.left - other.left);
}

/** Returns the free parts of a column, from the top down. */
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
  // Below the last obstacle in the column.
  if (bottom > top) free.push({ top, bottom });
  // An obstacle that starts below the usable area must not extend a gap beyond it.
  return free
    .map((gap) => ({ top: gap.top, bottom: Math.min(gap.bottom, bottom) }))
    .filter((gap) => gap.bottom > gap.top);
}
