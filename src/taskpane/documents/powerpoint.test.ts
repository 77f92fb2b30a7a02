import { describe, expect, it } from 'vitest';
import { content, file, files, office } from '../../../tests/support/documents.ts';
import {
  overlap,
  presentation,
  type FakeFacts,
  type FakeShape,
} from '../../../tests/support/fakePowerPoint.ts';
import type { Undo } from './index.ts';
import { insertIntoPowerPoint, slideText } from './powerpoint.ts';
import { freeBox, tallestBox, textHeight, type Obstacle } from './powerPointLayout.ts';

const old = office({ lacks: ['PowerPointApi 1.5', 'PowerPointApi 1.10'] });
const { signal } = new AbortController();

function expectNothingCovered(slides: readonly { shapes: readonly FakeShape[] }[], height = 540) {
  for (const { shapes } of slides) {
    for (const [index, one] of shapes.entries()) {
      for (const other of shapes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      if (one.text.includes('File')) expect(one.top + one.height).toBeLessThanOrEqual(height);
    }
  }
}

/** Inserts the rows; returns the result and the function that undoes it. */
async function insert(
  made: ReturnType<typeof presentation>,
  chosen: ReturnType<typeof files>,
  facts = office(),
): Promise<{ undo: Undo; result: Awaited<ReturnType<typeof insertIntoPowerPoint>> }> {
  let undo: Undo | undefined;
  const result = await insertIntoPowerPoint(facts, made.powerPoint, {
    ...content(chosen),
    onUndo: (offered) => (undo = offered),
  });
  if (!undo) throw new Error('No undo was offered.');
  return { undo, result };
}

describe('placement', () => {
  it('puts a second list below the first one', async () => {
    const made = presentation();
    await insert(made, files(3));
    const { result } = await insert(made, files(4));
    const [first, second] = made.slides[0]?.shapes ?? [];
    expect(made.slides).toHaveLength(1);
    expect(second?.top).toBeGreaterThanOrEqual((first?.top ?? 0) + (first?.height ?? 0));
    expect(result.place).toEqual({ kind: 'slide' });
    expectNothingCovered(made.slides);
  });

  it.each([
    ['with every API', office(), true],
    ['with PowerPointApi 1.4', old, false],
    ['with an office.js older than its host', office(), false],
  ])('covers nothing in ten inserts of increasing size, %s', async (_name, facts, modern) => {
    const made = presentation({ modern });
    for (let count = 1; count <= 10; count += 1) await insert(made, files(count * 3), facts);
    expectNothingCovered(made.slides, modern ? 540 : 405);
    const lines = made.slides.flatMap(({ shapes }) => shapes.flatMap(({ text }) => text.split('\n')));
    expect(lines).toHaveLength(165);
  });

  it.each<[string, Partial<FakeShape>[], boolean]>([
    ['a title', [{ type: 'Placeholder', text: 'Title', left: 66, top: 29, width: 828, height: 104 }], true],
    ['a body placeholder', [{ type: 'Placeholder', left: 66, top: 144, width: 828, height: 343 }], false],
    ['a picture that fills the slide', [{ type: 'Image', width: 960, height: 540 }], false],
    ['a picture on the right half', [{ type: 'Image', left: 480, width: 480, height: 540 }], true],
    ['a line across', [{ type: 'Line', top: 200, width: 960, height: 0 }], true],
    ['text that overflows its box', [{ text: 'word '.repeat(900), width: 960, height: 20 }], false],
    [
      'a rotated shape',
      [{ type: 'Image', top: 260, left: -100, width: 1160, height: 20, rotation: 90 }],
      true,
    ],
    [
      'a shape partly outside of the slide',
      [{ type: 'Image', left: -50, top: -80, width: 2000, height: 300 }],
      true,
    ],
    ['a shape without a position', [{ type: 'Image', left: NaN }], false],
    [
      'only a slide number',
      [{ type: 'Placeholder', text: '1', left: 678, top: 500, width: 216, height: 29 }],
      true,
    ],
  ])('keeps clear of %s', async (_name, shapes, fits) => {
    const made = presentation({ slides: [shapes] });
    const before = structuredClone(made.slides[0]?.shapes);
    const { result } = await insert(made, files(5));
    expect(made.slides[0]?.shapes.slice(0, shapes.length)).toEqual(before);
    expect(result.place).toEqual(fits ? { kind: 'slide' } : { kind: 'newSlides', slides: 1 });
    const inserted = made.slides.at(-1)?.shapes.at(-1);
    expect(inserted?.text.split('\n')).toHaveLength(5);
    if (!fits) expect(made.slides[0]?.shapes).toEqual(before);
    else if (!shapes[0]?.rotation) expectNothingCovered(made.slides);
  });

  it('keeps the reading order next to a picture', async () => {
    const title = { type: 'Placeholder', text: 'Title', left: 66, top: 29, width: 828, height: 60 };
    const made = presentation({
      slides: [[title, { type: 'Image', left: 640, top: 120, width: 260, height: 180 }]],
    });
    for (let round = 0; round < 4; round += 1) await insert(made, files(4));
    const tops =
      made.slides[0]?.shapes.filter(({ text }) => text.includes('File')).map(({ top }) => top) ?? [];
    expect(tops.length).toBeGreaterThan(1);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(tops[0]).toBeLessThan(120);
    expectNothingCovered(made.slides);
  });

  it('leaves room for long names that wrap', async () => {
    const made = presentation();
    const long = [file({ name: `${'長い名前'.repeat(60)}.docx` }), file({ name: `${'W'.repeat(390)}.docx` })];
    await insert(made, long);
    await insert(made, long);
    await insert(made, long);
    expectNothingCovered(made.slides);
    for (const { shapes } of made.slides)
      for (const { top, height } of shapes) expect(top + height).toBeLessThan(540);
  });

  it('keeps the title of a new slide and removes the placeholders in the way', async () => {
    const layout: Partial<FakeShape>[] = [
      { type: 'Placeholder', left: 66, top: 29, width: 828, height: 104 },
      { type: 'Placeholder', left: 66, top: 144, width: 828, height: 343 },
      { type: 'Placeholder', left: 678, top: 500, width: 216, height: 29, text: '2' },
    ];
    const made = presentation({ slides: [layout], layout });
    await insert(made, files(10));
    expect(made.slides[0]?.shapes).toHaveLength(3);
    expect(made.slides[1]?.shapes.map(({ type }) => type)).toEqual(['Placeholder', 'Placeholder', 'TextBox']);
    expectNothingCovered(made.slides);
  });
});

describe('slides', () => {
  it('writes on the selected slide, with links on the names and no visible address', async () => {
    const made = presentation({ slides: [[], [], []], selected: 2 });
    const { result } = await insert(made, files(3));
    expect(result).toEqual({ count: 3, place: { kind: 'slide' } });
    const [box] = made.slides[2]?.shapes ?? [];
    expect(box?.links).toHaveLength(3);
    expect(box?.text).not.toContain('https://');
  });

  it.each([
    ['the host', old, true],
    ['office.js', office(), false],
  ])('writes only the names, and reports it, when %s can’t add links', async (_name, facts, modern) => {
    const made = presentation({ modern });
    const { result } = await insert(made, files(2), facts);
    expect(result.unlinked).toBe(true);
    expect(made.slides[0]?.shapes[0]?.text).not.toContain('https://');
    expect(made.slides[0]?.shapes[0]?.links).toEqual([]);
    expect(made.slides[0]?.shapes[0]?.tags).toEqual({ LINK_1: file().link, LINK_2: file().link });
  });

  it('uses the first slide, and reports it, when the selection is unknown', async () => {
    const made = presentation({ slides: [[], [], []], selected: 1 });
    const { result } = await insert(made, files(1), old);
    expect(result.place).toEqual({ kind: 'firstSlide' });
    expect(made.slides.map(({ shapes }) => shapes.length)).toEqual([1, 0, 0]);
  });

  it.each<[string, FakeFacts, number, number[], string]>([
    ['40 files in an empty presentation', { slides: [] }, 40, [16, 16, 8], 'severalSlides'],
    ['40 files in a presentation', { slides: [[], []], selected: 1 }, 40, [0, 16, 16, 8], 'severalSlides'],
    ['one file without a selected slide', { selected: null }, 1, [1], 'slide'],
  ])('writes %s on slides of up to 16 rows', async (_name, facts, count, lines, kind) => {
    const made = presentation(facts);
    const { result } = await insert(made, files(count));
    const found = made.slides.map(({ shapes }) => shapes.flatMap(({ text }) => text.split('\n')).length);
    expect(found).toEqual(lines);
    expect(result.place.kind).toBe(kind);
  });

  it('selects the first new slide', async () => {
    const made = presentation({ slides: [[{ type: 'Image', width: 960, height: 540 }]] });
    await insert(made, files(40));
    expect(made.choice.shown).toEqual([made.slides[1]?.id]);
  });

  it('leaves no empty slide after a cancel', async () => {
    const made = presentation();
    const cancel = new AbortController();
    const onProgress = (done: number) => {
      if (done > 16) cancel.abort();
    };
    const job = { ...content(files(60)), signal: cancel.signal, onProgress };
    await expect(insertIntoPowerPoint(office(), made.powerPoint, job)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(made.slides.map(({ shapes }) => shapes.length)).toEqual([1, 1]);
  });
});

describe('undo', () => {
  const title: Partial<FakeShape> = {
    type: 'Placeholder',
    text: 'Mine',
    left: 66,
    top: 29,
    width: 828,
    height: 60,
  };

  it('deletes only the box that was inserted', async () => {
    const made = presentation({ slides: [[title]] });
    await insert(made, files(2));
    const { undo } = await insert(made, files(3));
    expect(await undo(signal)).toBe(true);
    expect(made.slides[0]?.shapes.map(({ text }) => text.split(/[ \n]/)[0])).toEqual(['Mine', 'File']);
  });

  it('deletes the slides that were added', async () => {
    const made = presentation({ layout: [{ ...title, text: '' }] });
    const { undo } = await insert(made, files(40));
    expect(made.slides).toHaveLength(3);
    expect(await undo(signal)).toBe(true);
    expect(made.slides.map(({ shapes }) => shapes)).toEqual([[]]);
  });

  it.each<[string, (shapes: FakeShape[]) => void]>([
    ['text has been changed', (shapes) => shapes.forEach((one) => (one.text += ' and more'))],
    ['box has been moved', (shapes) => shapes.forEach((one) => (one.left += 30))],
    ['box has been deleted', (shapes) => shapes.pop()],
  ])('deletes nothing when a %s', async (_name, change) => {
    const made = presentation();
    const { undo } = await insert(made, files(40));
    change(made.slides[2]?.shapes ?? []);
    const before = structuredClone(made.slides);
    expect(await undo(signal)).toBe(false);
    expect(made.slides).toEqual(before);
  });

  it('deletes nothing when a slide has been deleted', async () => {
    const made = presentation();
    const { undo } = await insert(made, files(40));
    made.slides.pop();
    expect(await undo(signal)).toBe(false);
    expect(made.slides.map(({ shapes }) => shapes.length)).toEqual([1, 1]);
  });

  it.each<[string, (shapes: FakeShape[], add: FakeShape) => void]>([
    ['put a picture', (shapes, picture) => shapes.push(picture)],
    ['written a title', (shapes) => (shapes[0] ? (shapes[0].text = 'My title') : undefined)],
  ])('keeps an added slide on which the user has %s', async (_name, change) => {
    const made = presentation({ layout: [{ ...title, text: '' }] });
    const { undo } = await insert(made, files(20));
    const shapes = made.slides[1]?.shapes ?? [];
    const [box] = shapes;
    if (box) change(shapes, { ...box, id: 'picture', type: 'Image', top: 400 });
    expect(await undo(signal)).toBe(true);
    expect(made.slides.map((slide) => slide.shapes.map(({ text }) => text.includes('File')))).toEqual([
      [],
      shapes.length > 2 ? [false, false] : [false],
    ]);
  });
});

describe('slideText', () => {
  it('links each name and nothing else', () => {
    const { text, links } = slideText([file({ name: 'Ä😀.pptx' }), file({ name: 'b' })]);
    expect(links.map(({ start, length }) => text.slice(start, start + length))).toEqual(['Ä😀.pptx', 'b']);
    expect(text.split('\n')).toHaveLength(2);
  });

  it('never shows an address as text', () => {
    const { text, links } = slideText([file(), file({ webUrl: 'javascript:alert(1)' })]);
    expect(text).not.toContain('://');
    expect(links.map(({ address }) => address)).toEqual([file().link]);
  });
});

const slide = { width: 960, height: 540 };
const tall = (height: number) => () => height;

describe('freeBox', () => {
  it('uses the full width of an empty slide', () => {
    expect(freeBox(slide, [], tall(100))).toEqual({ left: 40, top: 40, width: 880, height: 100 });
  });

  it.each([
    ['below text', true, 252],
    ['above a shape without text', false, 40],
  ])('places the box %s', (_name, isText, top) => {
    expect(freeBox(slide, [{ left: 0, top: 200, width: 960, height: 40, isText }], tall(100))?.top).toBe(top);
  });

  it('returns null when only the area above text is free', () => {
    const shapes = [{ left: 0, top: 300, width: 960, height: 240, isText: true }];
    expect(freeBox(slide, shapes, tall(100))).toBeNull();
  });

  it('stays below text in another column', () => {
    const shapes = [
      { left: 640, top: 120, width: 260, height: 180, isText: false },
      { left: 640, top: 330, width: 260, height: 60, isText: true },
    ];
    expect(freeBox(slide, shapes, tall(100))?.top).toBeGreaterThanOrEqual(330);
  });

  it('stays above a slide number', () => {
    const shapes = [{ left: 678, top: 500, width: 216, height: 29, isText: true }];
    expect(freeBox(slide, shapes, tall(100))).toEqual({ left: 40, top: 40, width: 880, height: 100 });
  });

  it('uses a narrower column next to a tall shape', () => {
    const shapes = [{ left: 500, top: 0, width: 460, height: 540, isText: false }];
    expect(freeBox(slide, shapes, tall(300))).toMatchObject({ left: 40, width: 448 });
  });

  it('returns null when nothing is free', () => {
    expect(freeBox(slide, [{ left: 0, top: 0, ...slide, isText: false }], tall(20))).toBeNull();
    expect(tallestBox(slide, [{ left: 0, top: 0, ...slide }])).toBeNull();
    expect(freeBox(slide, [], tall(600))).toBeNull();
  });

  it('touches no obstacle and stays on the slide, for 400 random slides', () => {
    // A fixed seed, so that a failure is reproducible.
    let seed = 7;
    const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    for (let round = 0; round < 400; round += 1) {
      const shapes: Obstacle[] = Array.from({ length: random(9) }, () => ({
        left: random(1100) - 100,
        top: random(700) - 100,
        width: random(400),
        height: random(200),
        isText: random(3) === 0,
      }));
      const height = 20 + random(300);
      const free = freeBox(slide, shapes, tall(height));
      if (!free) continue;
      expect(shapes.filter((shape) => overlap(shape, free))).toEqual([]);
      expect(free.left >= 0 && free.left + free.width <= slide.width).toBe(true);
      expect(free.top >= 0 && free.top + free.height <= slide.height).toBe(true);
    }
  });
});

it.each([
  ['one line', 'Plan.docx', 1],
  ['two lines', 'Plan.docx\rBudget.xlsx', 2],
  ['a long word that is broken', 'W'.repeat(200), 5],
  ['a long word in Han', '長'.repeat(200), 5],
  ['marks that take no width', `e${'\u0301'.repeat(3000)}`, 1],
])('estimates the height of %s', (_name, text, lines) => {
  const height = textHeight(text, 600, 14);
  expect(height).toBeGreaterThanOrEqual(lines * 14 * 1.2);
  expect(height).toBeLessThan((lines + 2) * 14 * 1.7 + 8);
});

it('increases when the box gets narrower', () => {
  const text = 'a name of several words.docx '.repeat(20);
  expect(textHeight(text, 300, 14)).toBeGreaterThan(textHeight(text, 600, 14));
  expect(Number.isFinite(textHeight(text, 0, 14))).toBe(true);
});
