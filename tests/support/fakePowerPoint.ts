import type { Box } from '../../src/taskpane/documents/powerPointLayout.ts';

/** A presentation in memory with the PowerPoint members that insertion uses. */
export interface FakeShape extends Box {
  id: string;
  type: string;
  text: string;
  left: number;
  top: number;
  rotation: number;
  fontSize: number;
  autoSizeSetting: string;
  links: { start: number; length: number; address: string }[];
  tags: Record<string, string>;
}

interface FakeSlide {
  id: string;
  shapes: FakeShape[];
}

export interface FakeFacts {
  /** The shapes on each slide. */
  slides?: readonly (readonly Partial<FakeShape>[])[];
  /** The shapes of a new slide. */
  layout?: readonly Partial<FakeShape>[];
  /** Index of the selected slide; null for none. */
  selected?: number | null;
  size?: { width: number; height: number };
  /** False for the office.js of 2022, without the members added after PowerPointApi 1.4. */
  modern?: boolean;
}

export function presentation({
  slides: first = [[]],
  layout = [],
  selected = 0,
  size = { width: 960, height: 540 },
  modern = true,
}: FakeFacts = {}) {
  let made = 0;
  const shape = (facts: Partial<FakeShape>): FakeShape => ({
    id: `shape-${(made += 1)}`,
    type: 'TextBox',
    text: '',
    left: 0,
    top: 0,
    width: 100,
    height: 50,
    rotation: 0,
    fontSize: 18,
    autoSizeSetting: 'AutoSizeNone',
    links: [],
    tags: {},
    ...facts,
  });
  const slides: FakeSlide[] = first.map((shapes, index) => ({
    id: `${256 + index}#`,
    shapes: shapes.map(shape),
  }));
  let next = 256 + slides.length;
  const choice: { shown: string[] } = { shown: [] };
  const load = () => undefined;

  const shapeObject = (owner: FakeSlide, of: FakeShape) => ({
    load,
    tags: { add: (key: string, value: string) => void (of.tags[key] = value) },
    get id() {
      return of.id;
    },
    get type() {
      return of.type;
    },
    get left() {
      return of.left;
    },
    get top() {
      return of.top;
    },
    get width() {
      return of.width;
    },
    get height() {
      return of.height;
    },
    get rotation() {
      return of.rotation;
    },
    delete: () => void (owner.shapes = owner.shapes.filter((one) => one !== of)),
    get textFrame() {
      if (of.type === 'Image') throw new Error('InvalidArgument');
      return {
        load,
        wordWrap: false,
        get autoSizeSetting() {
          return of.autoSizeSetting;
        },
        set autoSizeSetting(value: string) {
          of.autoSizeSetting = value;
        },
        textRange: {
          load,
          get text() {
            return of.text.replaceAll('\n', '\r');
          },
          font: {
            load,
            get size() {
              return of.fontSize;
            },
            set size(value: number) {
              of.fontSize = value;
            },
          },
          getSubstring: (start: number, length: number) =>
            modern
              ? {
                  setHyperlink: ({ address }: { address: string }) =>
                    of.links.push({ start, length, address }),
                }
              : {},
        },
      };
    },
  });
  const slideObject = (of: FakeSlide) => ({
    load,
    isNullObject: false,
    get id() {
      return of.id;
    },
    delete: () => void slides.splice(slides.indexOf(of), 1),
    shapes: {
      load,
      get items() {
        return of.shapes.map((one) => shapeObject(of, one));
      },
      addTextBox(text: string, box: Box) {
        const added = shape({ text, ...box });
        of.shapes.push(added);
        return shapeObject(of, added);
      },
    },
  });
  const context = {
    presentation: {
      slides: {
        load,
        getCount: () => ({ value: slides.length }),
        get items() {
          return slides.map(slideObject);
        },
        add: () => void slides.push({ id: `${next++}#`, shapes: layout.map(shape) }),
        getItemAt: (index: number) => slideObject(slides[index] as FakeSlide),
        getItemOrNullObject: (id: string) => {
          const found = slides.find((one) => one.id === id);
          return found ? slideObject(found) : { load, isNullObject: true };
        },
      },
      ...(modern
        ? {
            pageSetup: { load, slideWidth: size.width, slideHeight: size.height },
            getSelectedSlides: () => {
              const found = selected === null ? undefined : slides[selected];
              return { load, items: found ? [slideObject(found)] : [] };
            },
            setSelectedSlides: (ids: string[]) => void (choice.shown = ids),
          }
        : {}),
    },
    sync: () => Promise.resolve(),
  };
  const powerPoint = { run: (batch: (c: unknown) => Promise<unknown>) => batch(context) };
  return { powerPoint: powerPoint as unknown as Pick<typeof PowerPoint, 'run'>, slides, choice };
}

/** Returns whether two boxes overlap. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}
