import { ProblemError } from '../../contract/problem.ts';
import { MARGIN, tallestBox, type Box, type Size } from './freeBox.ts';
import { readObstacles } from './slideObstacles.ts';

export interface AddedSlide {
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
