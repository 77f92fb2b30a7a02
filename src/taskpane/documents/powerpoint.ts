import {
  formatFor,
  type InsertJob,
  type InsertPlace,
  type InsertResult,
  type OfficeHost,
  type Row,
} from './index.ts';
import {
  requireWritable,
  withIdleTimeout,
  type Checkpoint,
  detailsAfterTitle,
  linkAddress,
  oneLine,
} from './officeRequests.ts';
import { addSlide, freeBox, readObstacles, slideSize, textHeight, type Box } from './powerPointLayout.ts';

/** More lines would be unreadable. */
const MAX_ROWS_PER_SLIDE = 16;
const FONT_SIZE = 14;

interface Capabilities {
  /** PowerPointApi 1.5: reading and setting the selected slides. */
  readonly selection: boolean;
  /** PowerPointApi 1.10: links in text, the slide size, rotation. */
  readonly links: boolean;
}

/**
 * Inserts a text box with a line per row, in a free area of the selected slide and below its text. Adds new
 * slides at the end for rows that don't fit. Never covers anything. Needs PowerPointApi 1.4; before 1.5 it uses the first slide instead of
 * the selected one, and before 1.10 it inserts titles without links and keeps the addresses as tags of the box.
 * npm's office.js of 2022 ends at 1.4 whatever the host supports, so this also checks whether later members exist.
 * @throws ProblemError, or the signal's reason
 */
export async function insertIntoPowerPoint(
  office: OfficeHost,
  powerPoint: Pick<typeof PowerPoint, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'PowerPointApi', '1.4');
  const capabilities: Capabilities = {
    selection: office.isSetSupported('PowerPointApi', '1.5'),
    links: office.isSetSupported('PowerPointApi', '1.10'),
  };
  const boxes: InsertedBox[] = [];
  const onBox = (box: InsertedBox) => {
    if (boxes.push(box) === 1) job.onUndo?.((signal) => undoPowerPoint(powerPoint, boxes, signal));
  };
  return withIdleTimeout(
    (checkpoint) => powerPoint.run((context) => insert({ context, job, capabilities, checkpoint, onBox })),
    {
      signal: job.signal,
    },
  );
}

interface InsertParts {
  readonly context: PowerPoint.RequestContext;
  readonly job: InsertJob;
  readonly capabilities: Capabilities;
  readonly checkpoint: Checkpoint;
  readonly onBox: (box: InsertedBox) => void;
}

async function insert({ context, job, capabilities, checkpoint, onBox }: InsertParts): Promise<InsertResult> {
  const size = await slideSize(context, capabilities.links);
  checkpoint();
  const withDetails = formatFor('powerpoint', job.format) === 'list';
  const textOf = (rows: InsertJob['rows']) => slideText(rows, withDetails);
  const heightOf = (rows: InsertJob['rows'], width: number) =>
    textHeight(textOf(rows).text, width, FONT_SIZE);
  let remaining = job.rows;
  let unlinked = false;

  async function write(
    slide: PowerPoint.Slide,
    rows: InsertJob['rows'],
    box: Box,
    placeholders?: InsertedBox['placeholders'],
  ): Promise<void> {
    const text = textOf(rows);
    const { shape, linked } = addTextBox(slide, text, box, capabilities.links);
    unlinked ||= !linked;
    shape.load('id,left,top');
    slide.load('id');
    await context.sync();
    onBox({
      slide: slide.id,
      shape: shape.id,
      text: text.text,
      left: shape.left,
      top: shape.top,
      placeholders,
    });
    remaining = remaining.slice(rows.length);
    job.onProgress?.(job.rows.length - remaining.length);
  }

  const target = await targetSlide(context, capabilities.selection);
  checkpoint();
  if (target) {
    const rows = remaining.slice(0, MAX_ROWS_PER_SLIDE);
    const obstacles = await readObstacles(context, target.slide, size, capabilities.links);
    checkpoint();
    const taken = obstacles.map(({ box }) => box);
    const box = freeBox(size, taken, (width) => heightOf(rows, width));
    if (box) await write(target.slide, rows, box);
    checkpoint();
  }
  const wroteOnTarget = remaining.length < job.rows.length;
  const added: string[] = [];
  while (remaining.length > 0) {
    // No checkpoint between the slide and its text, so that a cancel doesn't leave an empty slide.
    const minHeight = heightOf(remaining.slice(0, 1), size.width);
    const slide = await addSlide(context, { size, knowsRotation: capabilities.links, minHeight });
    const { left, top, width, height } = slide.free;
    const rows = longestPrefix(
      (some) => heightOf(some, width) <= height,
      remaining.slice(0, MAX_ROWS_PER_SLIDE),
    );
    const box = { left, top, width, height: heightOf(rows, width) };
    await write(slide.slide, rows, box, slide.placeholders);
    added.push(slide.id);
    checkpoint();
  }
  await showSlide(context, added[0], capabilities.selection);
  return {
    count: job.rows.length,
    place: placeOf(target, wroteOnTarget, added.length),
    ...(unlinked ? { unlinked: true } : {}),
  };
}

interface Target {
  readonly slide: PowerPoint.Slide;
  readonly kind: 'slide' | 'firstSlide';
}

/** Returns the selected slide, else the first; null if there is none. */
async function targetSlide(
  context: PowerPoint.RequestContext,
  knowsSelection: boolean,
): Promise<Target | null> {
  const { presentation } = context;
  const total = presentation.slides.getCount();
  const selected =
    knowsSelection && typeof presentation.getSelectedSlides === 'function'
      ? presentation.getSelectedSlides()
      : null;
  selected?.load('items/id');
  await context.sync();
  const first = selected?.items[0];
  if (first) return { slide: first, kind: 'slide' };
  if (total.value === 0) return null;
  return { slide: presentation.slides.getItemAt(0), kind: total.value === 1 ? 'slide' : 'firstSlide' };
}

/** Returns the most rows that fit, but at least one. */
function longestPrefix(
  fits: (rows: InsertJob['rows']) => boolean,
  rows: InsertJob['rows'],
): InsertJob['rows'] {
  let count = rows.length;
  while (count > 1 && !fits(rows.slice(0, count))) count -= 1;
  return rows.slice(0, count);
}

function addTextBox(slide: PowerPoint.Slide, { text, links }: SlideText, box: Box, canLink: boolean) {
  const shape = slide.shapes.addTextBox(text, { ...box });
  const { textFrame } = shape;
  textFrame.wordWrap = true;
  textFrame.autoSizeSetting = 'AutoSizeShapeToFitText';
  textFrame.textRange.font.size = FONT_SIZE;
  let linked = true;
  for (const [index, { start, length, address }] of links.entries()) {
    const name = textFrame.textRange.getSubstring(start, length);
    if (canLink && typeof name.setHyperlink === 'function') name.setHyperlink({ address });
    else {
      linked = false;
      // There is no API for speaker notes, so the address is kept as a tag for programs that read the presentation.
      shape.tags.add(`LINK_${index + 1}`, address);
    }
  }
  return { shape, linked };
}

/** Selects the first new slide. Ignores errors, because the rows are already inserted. */
async function showSlide(
  context: PowerPoint.RequestContext,
  id: string | undefined,
  canSelect: boolean,
): Promise<void> {
  const { presentation } = context;
  if (id === undefined || !canSelect || typeof presentation.setSelectedSlides !== 'function') return;
  presentation.setSelectedSlides([id]);
  await context.sync().catch(() => undefined);
}

function placeOf(target: Target | null, wroteOnTarget: boolean, added: number): InsertPlace {
  if (!target) return added > 1 ? { kind: 'severalSlides', slides: added } : { kind: 'slide' };
  if (!wroteOnTarget) return { kind: 'newSlides', slides: added };
  return added > 0 ? { kind: 'severalSlides', slides: added + 1 } : { kind: target.kind };
}

interface SlideLink {
  readonly start: number;
  readonly length: number;
  readonly address: string;
}

interface SlideText {
  readonly text: string;
  /** Positions of the linked titles, in UTF-16 code units. */
  readonly links: readonly SlideLink[];
}

/**
 * Returns one line per row, with links on the titles. Addresses are not shown, because they are longer than a line.
 * PowerPoint counts a line end as one character, as `\n` is.
 * @param withDetails whether the other cells follow the title
 */
export function slideText(rows: readonly Row[], withDetails = true): SlideText {
  const links: SlideLink[] = [];
  let text = '';
  for (const row of rows) {
    if (text !== '') text += '\n';
    const title = oneLine(row.title);
    const address = linkAddress(row.link);
    if (address !== null) links.push({ start: text.length, length: title.length, address });
    text += withDetails ? title + detailsAfterTitle(row) : title;
  }
  return { text, links };
}

interface InsertedBox {
  readonly slide: string;
  readonly shape: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  /** Texts by id of the placeholders on a slide that was added for the box; undefined: the slide is the user's. */
  readonly placeholders?: ReadonlyMap<string, string | null> | undefined;
}

interface Found {
  readonly box: InsertedBox;
  readonly slide: PowerPoint.Slide;
  readonly shape: PowerPoint.Shape;
}

/** Points. PowerPoint itself moves a box a little when it fits or rounds it. */
const TOLERANCE = 2;

/**
 * Deletes the text boxes, and the slides that were added for them unless the user has put something on them.
 * Returns false, and deletes nothing, if a box has been deleted, moved, or changed.
 */
function undoPowerPoint(
  powerPoint: Pick<typeof PowerPoint, 'run'>,
  boxes: readonly InsertedBox[],
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (checkpoint) =>
      powerPoint.run(async (context) => {
        const found = await findBoxes(context, boxes);
        checkpoint();
        if (!found || !(await areUnchanged(context, found))) return false;
        checkpoint();
        for (const each of found) {
          const canDeleteSlide = await isUnusedAddedSlide(context, each);
          checkpoint();
          (canDeleteSlide ? each.slide : each.shape).delete();
        }
        await context.sync();
        return true;
      }),
    { signal },
  );
}

/** Returns null if one of them was deleted. */
async function findBoxes(
  context: PowerPoint.RequestContext,
  boxes: readonly InsertedBox[],
): Promise<readonly Found[] | null> {
  const slides = boxes.map(({ slide }) => context.presentation.slides.getItemOrNullObject(slide));
  for (const slide of slides) slide.load('id');
  await context.sync();
  if (slides.some(({ isNullObject }) => isNullObject)) return null;
  for (const { shapes } of slides) shapes.load('items/id,items/left,items/top');
  await context.sync();
  const found = slides.flatMap((slide, index) => {
    const box = boxes[index];
    const shape = slide.shapes.items.find(({ id }) => id === box?.shape);
    return box && shape ? [{ box, slide, shape }] : [];
  });
  return found.length === boxes.length ? found : null;
}

async function areUnchanged(context: PowerPoint.RequestContext, found: readonly Found[]): Promise<boolean> {
  const ranges = found.map(({ shape }) => shape.textFrame.textRange);
  for (const range of ranges) range.load('text');
  await context.sync();
  return found.every(({ box, shape }, index) => {
    const moved = Math.max(Math.abs(shape.left - box.left), Math.abs(shape.top - box.top));
    return moved <= TOLERANCE && normalizeLineEnds(ranges[index]?.text ?? '') === normalizeLineEnds(box.text);
  });
}

/** PowerPoint returns \r for the end of a paragraph and \v for a line break. */
const normalizeLineEnds = (text: string) => text.replace(/\r\n?|\v/g, '\n');

/** Returns whether the slide was added for the box and has nothing else on it except the unchanged placeholders. */
async function isUnusedAddedSlide(
  context: PowerPoint.RequestContext,
  { box: { placeholders, shape: own }, slide }: Found,
): Promise<boolean> {
  const others = slide.shapes.items.filter(({ id }) => id !== own);
  if (!placeholders || !others.every(({ id }) => placeholders.has(id))) return false;
  if (others.length === 0) return true;
  try {
    const ranges = others.map(({ textFrame }) => textFrame.textRange);
    for (const range of ranges) range.load('text');
    await context.sync();
    return others.every(({ id }, index) => placeholders.get(id) === ranges[index]?.text);
  } catch {
    // Reading the text fails if the user has put a picture into a placeholder.
    return false;
  }
}
