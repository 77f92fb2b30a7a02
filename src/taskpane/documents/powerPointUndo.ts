import { withIdleTimeout } from './idleTimeout.ts';

export interface InsertedBox {
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
export function undoPowerPoint(
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
