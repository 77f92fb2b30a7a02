import { withIdleTimeout } from './idleTimeout.ts';

/** A text box that was inserted. */
export interface InsertedBox {
  readonly slide: string;
  readonly shape: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  /** The placeholders of a slide that was added for it, id and text; undefined on a slide of the user's. */
  readonly placeholders?: ReadonlyMap<string, string | null> | undefined;
}

interface Found {
  readonly box: InsertedBox;
  readonly slide: PowerPoint.Slide;
  readonly shape: PowerPoint.Shape;
}

/** Points: a box that PowerPoint fits to its text or rounds has not been moved by the user. */
const TOLERANCE = 2;

/**
 * Deletes the text boxes, and the slides that were added for them unless the user has put something there.
 * False, and nothing is deleted: a box is gone, moved or changed.
 */
export function undoPowerPoint(
  powerPoint: Pick<typeof PowerPoint, 'run'>,
  boxes: readonly InsertedBox[],
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (step) =>
      powerPoint.run(async (context) => {
        const found = await findBoxes(context, boxes);
        step();
        if (!found || !(await areAsWritten(context, found))) return false;
        step();
        for (const each of found) {
          const isOurs = await isOnlyOurs(context, each);
          step();
          (isOurs ? each.slide : each.shape).delete();
        }
        await context.sync();
        return true;
      }),
    { signal },
  );
}

/** Returns null when one of them is gone. */
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

async function areAsWritten(context: PowerPoint.RequestContext, found: readonly Found[]): Promise<boolean> {
  const ranges = found.map(({ shape }) => shape.textFrame.textRange);
  for (const range of ranges) range.load('text');
  await context.sync();
  return found.every(({ box, shape }, index) => {
    const moved = Math.max(Math.abs(shape.left - box.left), Math.abs(shape.top - box.top));
    return moved <= TOLERANCE && asLines(ranges[index]?.text ?? '') === asLines(box.text);
  });
}

/** PowerPoint ends a paragraph with \r and a line within it with \v, whatever was written. */
const asLines = (text: string) => text.replace(/\r\n?|\v/g, '\n');

/** Whether the slide was added for the box, and has nothing else on it than what came with its layout. */
async function isOnlyOurs(
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
    // A picture in a placeholder, for one, has no text.
    return false;
  }
}
