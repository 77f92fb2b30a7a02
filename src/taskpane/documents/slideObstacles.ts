import type { Box, Obstacle, Size } from './freeBox.ts';
import { textHeight } from './textHeight.ts';

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

export interface SlideShape {
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
