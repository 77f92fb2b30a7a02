import { ProblemError } from '../../contract/problem.ts';
import { MARGIN, tallestBox, type Box, type Size } from './freeBox.ts';
import { readObstacles } from './slideSpace.ts';

export interface AddedSlide {
  readonly slide: PowerPoint.Slide;
  readonly id: string;
  /** The largest free area of the full width. */
  readonly free: Box;
  /** The placeholders that stay on it, id and text. */
  readonly placeholders: ReadonlyMap<string, string | null>;
}

/**
 * Adds a slide at the end of the presentation. A new slide comes with the placeholders of its layout: those at its
 * top (the title) and bottom (date, number) stay where that leaves room, the others are removed.
 * @param leastHeight points that the text needs
 */
export async function addSlide(
  context: PowerPoint.RequestContext,
  { size, knowsRotation, leastHeight }: { size: Size; knowsRotation: boolean; leastHeight: number },
): Promise<AddedSlide> {
  const slide = await addedSlide(context);
  const obstacles = await readObstacles(context, slide, size, knowsRotation);
  const outside = obstacles.filter(
    ({ box }) => box.top + box.height <= size.height / 3 || box.top >= size.height * 0.85,
  );
  const between = tallestBox(
    size,
    outside.map(({ box }) => box),
  );
  const keepsOutside = between !== null && between.height >= leastHeight;
  const kept = keepsOutside ? outside : [];
  for (const { shape } of obstacles.filter((obstacle) => !kept.includes(obstacle))) shape.delete();
  return {
    slide,
    id: slide.id,
    free: keepsOutside ? between : wholeSlide(size),
    placeholders: new Map(kept.map(({ id, text }) => [id, text])),
  };
}

/** Found by its id: at the end of the presentation, the slide of another author could be the last one. */
async function addedSlide(context: PowerPoint.RequestContext): Promise<PowerPoint.Slide> {
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

/** Ids look like `267#` or `267#763315295`; the second part can be added later. */
const stablePart = (id: string) => id.split('#', 1)[0] || id;

const wholeSlide = (size: Size): Box => ({
  left: MARGIN.side,
  top: MARGIN.top,
  width: size.width - 2 * MARGIN.side,
  height: size.height - MARGIN.top - MARGIN.bottom,
});
