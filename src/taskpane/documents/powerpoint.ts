import { freeBox, type Box } from './freeBox.ts';
import {
  formatFor,
  type InsertJob,
  type InsertPlace,
  type InsertResult,
  type OfficeFacts,
} from './insertJob.ts';
import { undoPowerPoint, type InsertedBox } from './powerPointUndo.ts';
import { requireWritable } from './problems.ts';
import { addSlide } from './slideAdd.ts';
import { readObstacles, slideSize } from './slideSpace.ts';
import { slideText, type SlideText } from './slideText.ts';
import { textHeight } from './textHeight.ts';
import { withIdleTimeout, type Step } from './idleTimeout.ts';

/** More lines than this cannot be read on a slide. */
const MOST_ROWS = 16;
const FONT_SIZE = 14;

interface Abilities {
  /** PowerPointApi 1.5: which slides are selected, and selecting them. */
  readonly selects: boolean;
  /** PowerPointApi 1.10: links in text, the size of a slide, rotation. */
  readonly links: boolean;
}

/**
 * A text box with a line per row, in a free area of the selected slide and below its text; what finds no room
 * goes onto new slides at the end. Nothing is ever covered. Needs PowerPointApi 1.4; the selected slide is known from
 * 1.5 on (before: the first slide), links in text from 1.10 on (before: the names alone, the addresses as tags of the box).
 * npm's office.js of 2022 ends at 1.4, whatever its host supports, so later members are looked for as well.
 * Throws ProblemError, or the signal's reason.
 */
export async function insertIntoPowerPoint(
  office: OfficeFacts,
  powerPoint: Pick<typeof PowerPoint, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'PowerPointApi', '1.4');
  const can: Abilities = {
    selects: office.isSetSupported('PowerPointApi', '1.5'),
    links: office.isSetSupported('PowerPointApi', '1.10'),
  };
  const boxes: InsertedBox[] = [];
  const onBox = (box: InsertedBox) => {
    if (boxes.push(box) === 1) job.onUndo?.((signal) => undoPowerPoint(powerPoint, boxes, signal));
  };
  return withIdleTimeout((step) => powerPoint.run((context) => insert({ context, job, can, step, onBox })), {
    signal: job.signal,
  });
}

interface Parts {
  readonly context: PowerPoint.RequestContext;
  readonly job: InsertJob;
  readonly can: Abilities;
  readonly step: Step;
  readonly onBox: (box: InsertedBox) => void;
}

async function insert({ context, job, can, step, onBox }: Parts): Promise<InsertResult> {
  const size = await slideSize(context, can.links);
  step();
  const withDetails = formatFor('powerpoint', job.format) === 'list';
  const textOf = (rows: InsertJob['rows']) => slideText(rows, withDetails);
  const heightOf = (rows: InsertJob['rows'], width: number) =>
    textHeight(textOf(rows).text, width, FONT_SIZE);
  let rest = job.rows;
  let unlinked = false;

  async function write(
    slide: PowerPoint.Slide,
    rows: InsertJob['rows'],
    box: Box,
    placeholders?: InsertedBox['placeholders'],
  ): Promise<void> {
    const text = textOf(rows);
    const { shape, linked } = addTextBox(slide, text, box, can.links);
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
    rest = rest.slice(rows.length);
    job.onProgress?.(job.rows.length - rest.length);
  }

  const target = await targetSlide(context, can.selects);
  step();
  if (target) {
    const rows = rest.slice(0, MOST_ROWS);
    const obstacles = await readObstacles(context, target.slide, size, can.links);
    step();
    const taken = obstacles.map(({ box }) => box);
    const box = freeBox(size, taken, (width) => heightOf(rows, width));
    if (box) await write(target.slide, rows, box);
    step();
  }
  const onTarget = rest.length < job.rows.length;
  const added: string[] = [];
  while (rest.length > 0) {
    // No step between the slide and its text: a cancel leaves no empty slide.
    const leastHeight = heightOf(rest.slice(0, 1), size.width);
    const slide = await addSlide(context, { size, knowsRotation: can.links, leastHeight });
    const { left, top, width, height } = slide.free;
    const rows = longestThat((some) => heightOf(some, width) <= height, rest.slice(0, MOST_ROWS));
    const box = { left, top, width, height: heightOf(rows, width) };
    await write(slide.slide, rows, box, slide.placeholders);
    added.push(slide.id);
    step();
  }
  await showSlide(context, added[0], can.selects);
  return {
    count: job.rows.length,
    place: placeOf(target, onTarget, added.length),
    ...(unlinked ? { unlinked: true } : {}),
  };
}

interface Target {
  readonly slide: PowerPoint.Slide;
  readonly kind: 'slide' | 'firstSlide';
}

/** The selected slide, else the first; null when there is none. */
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

/** At least one file, whether it fits or not: it has the whole slide. */
function longestThat(fits: (rows: InsertJob['rows']) => boolean, rows: InsertJob['rows']): InsertJob['rows'] {
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
      // No released API writes notes: the address stays with the box, for programs that read the presentation.
      shape.tags.add(`LINK_${index + 1}`, address);
    }
  }
  return { shape, linked };
}

/** Shows the user where the rest went. Not worth an error: the rows are inserted. */
async function showSlide(
  context: PowerPoint.RequestContext,
  id: string | undefined,
  selects: boolean,
): Promise<void> {
  const { presentation } = context;
  if (id === undefined || !selects || typeof presentation.setSelectedSlides !== 'function') return;
  presentation.setSelectedSlides([id]);
  await context.sync().catch(() => undefined);
}

function placeOf(target: Target | null, onTarget: boolean, added: number): InsertPlace {
  if (!target) return added > 1 ? { kind: 'severalSlides', slides: added } : { kind: 'slide' };
  if (!onTarget) return { kind: 'newSlides', slides: added };
  return added > 0 ? { kind: 'severalSlides', slides: added + 1 } : { kind: target.kind };
}
