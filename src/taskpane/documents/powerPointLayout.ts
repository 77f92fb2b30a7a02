import { ProblemError } from '../../contract/problem.ts';

/** In points, from the top left corner of the slide. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Box, 'width' | 'height'>;

/** A shape on the slide. New text must come after existing text in the reading order. */
export interface Obstacle extends Box {
  readonly isText: boolean;
}

const MARGIN = { side: 40, top: 40, bottom: 24 };

interface AddedSlide {
  readonly slide: PowerPoint.Slide;
  readonly id: string;
  /** The largest free area of the full width. */
  readonly free: Box;
  /** Texts by id of the placeholders that stay on it. */
  readonly placeholders: ReadonlyMap<string, string | null>;
}

/**
 * Adds a slide at the end of the presentation. Of the placeholders of its layout, keeps those at the top (title) and the
 * bottom (date, number) if that leaves enough room, and removes the others.
 * @param minHeight points that the text needs
 */
export async function addSlide(
  context: PowerPoint.RequestContext,
  { size, knowsRotation, minHeight }: { size: Size; knowsRotation: boolean; minHeight: number },
): Promise<AddedSlide> {
  const slide = await appendSlide(context);
  const obstacles = await readObstacles(context, slide, size, knowsRotation);
  const outside = obstacles.filter(
    ({ box }) => box.top + box.height <= size.height / 3 || box.top >= size.height * 0.85,
  );
  const between = tallestBox(
    size,
    outside.map(({ box }) => box),
  );
  const keepsOutside = between !== null && between.height >= minHeight;
  const kept = keepsOutside ? outside : [];
  for (const { shape } of obstacles.filter((obstacle) => !kept.includes(obstacle))) shape.delete();
  return {
    slide,
    id: slide.id,
    free: keepsOutside ? between : wholeSlide(size),
    placeholders: new Map(kept.map(({ id, text }) => [id, text])),
  };
}

/** Finds the new slide by its id, because the last slide could be one that another author has just added. */
async function appendSlide(context: PowerPoint.RequestContext): Promise<PowerPoint.Slide> {
  const { slides } = context.presentation;
  slides.load('items/id');
  await context.sync();
  const before = new Set(slides.items.map(({ id }) => stablePart(id)));
  slides.add();
  await context.sync();
  slides.load('items/id');
  await context.sync();
  const added = slides.items.filter(({ id }) => !before.has(stablePart(id))).at(-1);
  if (!added) throw new ProblemError('document_failed', { detail: 'No slide was added.' });
  return added;
}

/** Ids look like `267#` or `267#763315295`; PowerPoint can add the second part later. */
const stablePart = (id: string) => id.split('#', 1)[0] || id;

const wholeSlide = (size: Size): Box => ({
  left: MARGIN.side,
  top: MARGIN.top,
  width: size.width - 2 * MARGIN.side,
  height: size.height - MARGIN.top - MARGIN.bottom,
});

/** Points. The minimum of the usual sizes in each direction: 960 by 540, 720 by 540, and 720 by 405. */
const SMALLEST_SLIDE: Size = { width: 720, height: 405 };

/**
 * Returns the size of a slide in points.
 * @param isKnown whether the host has PowerPointApi 1.10; if not, returns a size that fits on every usual slide
 */
export async function slideSize(context: PowerPoint.RequestContext, isKnown: boolean): Promise<Size> {
  const { presentation } = context;
  // npm's office.js of 2022 lacks the member, even if the host supports it.
  if (!isKnown || !('pageSetup' in presentation)) return SMALLEST_SLIDE;
  const { pageSetup } = presentation;
  pageSetup.load('slideWidth,slideHeight');
  await context.sync();
  return { width: pageSetup.slideWidth, height: pageSetup.slideHeight };
}

interface SlideShape {
  readonly shape: PowerPoint.Shape;
  readonly id: string;
  readonly box: Obstacle;
  /** Null: it has no text, or its text can't be read. */
  readonly text: string | null;
}

/**
 * Returns every shape of the slide with the area that it occupies, including text that overflows the shape
 * (PowerPointApi 1.4).
 * @param knowsRotation whether the host has PowerPointApi 1.10
 */
export async function readObstacles(
  context: PowerPoint.RequestContext,
  slide: PowerPoint.Slide,
  size: Size,
  knowsRotation: boolean,
): Promise<readonly SlideShape[]> {
  const { shapes } = slide;
  const members = ['id', 'type', 'left', 'top', 'width', 'height', ...(knowsRotation ? ['rotation'] : [])];
  shapes.load(members.map((member) => `items/${member}`).join(','));
  await context.sync();
  const texts = await readTexts(context, shapes.items);
  return shapes.items.map((shape, index) => {
    const text = texts?.[index] ?? null;
    const known = { shape, id: shape.id, text: text?.text ?? null };
    // Counts as text: an empty placeholder, which will get text, and a shape whose text can't be read.
    const isText = shape.type === 'Placeholder' || (WITH_TEXT.has(shape.type) && text?.text !== '');
    const box = boundingBox(shape, knowsRotation ? shape.rotation : 0);
    // A shape without a known position could be anywhere.
    if (!Object.values(box).every(Number.isFinite)) {
      return { ...known, box: { left: 0, top: 0, ...size, isText } };
    }
    return { ...known, box: { ...(text ? withOverflow(box, shape.width, text) : box), isText } };
  });
}

/** Returns the bounding box of a rotated one. */
function boundingBox({ left, top, width, height }: Box, degrees: number): Box {
  if (!degrees) return { left, top, width, height };
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  const across = width * cosine + height * sine;
  const down = width * sine + height * cosine;
  return { left: left + (width - across) / 2, top: top + (height - down) / 2, width: across, height: down };
}

interface ShapeText {
  readonly text: string;
  readonly fontSize: number;
  readonly shrinks: boolean;
}

const WITH_TEXT: ReadonlySet<string> = new Set(['TextBox', 'GeometricShape', 'Placeholder', 'Callout']);
/** PowerPoint's default for text boxes. The API returns no size if it differs within the text. */
const USUAL_FONT_SIZE = 18;

/** Returns undefined if the texts can't be read: a picture in a placeholder fails the request. */
async function readTexts(
  context: PowerPoint.RequestContext,
  shapes: readonly PowerPoint.Shape[],
): Promise<readonly (ShapeText | null)[] | undefined> {
  const frames = shapes.map((shape) => (WITH_TEXT.has(shape.type) ? shape.textFrame : null));
  if (frames.every((frame) => frame === null)) return undefined;
  try {
    for (const frame of frames) {
      frame?.load('autoSizeSetting');
      frame?.textRange.load('text');
      frame?.textRange.font.load('size');
    }
    await context.sync();
  } catch {
    return undefined;
  }
  return frames.map(
    (frame) =>
      frame && {
        text: frame.textRange.text,
        fontSize: frame.textRange.font.size || USUAL_FONT_SIZE,
        shrinks: frame.autoSizeSetting === 'AutoSizeTextToFitShape',
      },
  );
}

/** Text overflows at the bottom, the top, or both, depending on its anchor, unless it shrinks to fit. */
function withOverflow(box: Box, width: number, { text, fontSize, shrinks }: ShapeText): Box {
  if (text === '' || shrinks) return box;
  const overflow = Math.max(textHeight(text, width, fontSize) - box.height, 0);
  return { ...box, top: box.top - overflow, height: box.height + 2 * overflow };
}

const GAP = 12;
/** File names wrap in narrower columns. */
const MIN_COLUMN_WIDTH = 400;
/** With more shapes, the slide is a drawing, and only its full width is tried. */
const MAX_SHAPES = 40;

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

/**
 * Estimates the height of text on a slide, because Office.js can't measure it. Errs on the large side: a box that is too
 * tall leaves a gap, but one that is too short lets the next insert cover the text.
 */

/** Points. PowerPoint's margins of a new text box, both sides together. */
const TEXT_MARGIN = { across: 14.4, down: 7.2 };

/** In em. Wide fonts such as Verdana reach these widths; Calibri and Aptos are much narrower. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[il.,:;'|!\s]/, 0.4],
  [/[mwMW@%&]/, 1.05],
  [/[a-z0-9]/, 0.65],
  [/\p{ASCII}/u, 0.8],
  [/[\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}]/u, 0.85],
];
/** In em. Han, kana, Hangul, emoji, and unknown characters. */
const FULL_WIDTH = 1.15;

/** Scripts whose fonts have taller lines than Latin fonts, and emoji. */
const TALL = /[^\p{ASCII}\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}\p{P}]/u;
const LINE_HEIGHT = { usual: 1.3, tall: 1.7 };

/** Returns the height in points of a text box with this text. @param width of the box, in points */
export function textHeight(text: string, width: number, fontSize: number): number {
  const room = Math.max(width - TEXT_MARGIN.across, fontSize) / fontSize;
  const lines = text.split(/[\n\r\v]/);
  const heights = lines.map(
    (line) => wrappedLines(line, room) * (TALL.test(line) ? LINE_HEIGHT.tall : LINE_HEIGHT.usual),
  );
  return TEXT_MARGIN.down + fontSize * heights.reduce((sum, height) => sum + height, 0);
}

/** Wraps between words and breaks words that are wider than a line. @param room in em */
function wrappedLines(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(/(?<=[\s-])/)) {
    const width = widthOf(word);
    if (used + width <= room) {
      used += width;
    } else {
      if (used > 0) lines += 1;
      lines += Math.max(Math.ceil(width / room) - 1, 0);
      used = width % room;
    }
  }
  return lines;
}

function widthOf(word: string): number {
  let width = 0;
  for (const character of word) {
    width += widths.find(([kind]) => kind.test(character))?.[1] ?? FULL_WIDTH;
  }
  return width;
}
