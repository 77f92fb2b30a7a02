import { describe, expect, it } from 'vitest';
import { insertIntoPowerPoint } from './powerpoint.ts';
import { files, labels, office } from './testing.ts';

describe('PowerPoint', () => {
  function presentation({
    slides: count = 3,
    selected = 1,
  }: { slides?: number; selected?: number | null } = {}) {
    const boxes: { slide: number; text: string }[] = [];
    const links: string[] = [];
    let total = count;
    const slide = (index: number) => ({
      shapes: {
        addTextBox(text: string) {
          boxes.push({ slide: index, text });
          const getSubstring = () => ({
            setHyperlink: ({ address }: { address: string }) => links.push(address),
          });
          return { textFrame: { textRange: { font: {}, getSubstring } } };
        },
      },
    });
    const items = selected === null ? [] : [slide(selected)];
    const context = {
      presentation: {
        slides: {
          getCount: () => ({ value: total }),
          add: () => void (total += 1),
          getItemAt(index: number) {
            if (index >= total) throw new Error('no such slide');
            return slide(index);
          },
        },
        getSelectedSlides: () => ({ items, load: () => undefined }),
      },
      sync: () => Promise.resolve(),
    };
    const powerPoint = { run: (batch: (c: unknown) => Promise<unknown>) => batch(context) };
    return {
      powerPoint: powerPoint as unknown as Pick<typeof PowerPoint, 'run'>,
      boxes,
      links,
      total: () => total,
    };
  }
  const job = (count: number) => ({ files: files(count), labels });

  it('writes on the selected slide, with links', async () => {
    const { powerPoint, boxes, links } = presentation({ selected: 2 });
    const result = await insertIntoPowerPoint(office(), powerPoint, job(3));
    expect(result.place).toEqual({ kind: 'slide' });
    expect(boxes.map(({ slide }) => slide)).toEqual([2]);
    expect(links).toHaveLength(3);
  });

  it('takes the first slide where the selection cannot be known, and says so', async () => {
    const old = office({ lacks: ['PowerPointApi 1.5', 'PowerPointApi 1.10'] });
    const { powerPoint, boxes, links } = presentation();
    const result = await insertIntoPowerPoint(old, powerPoint, job(1));
    expect(result.place).toEqual({ kind: 'firstSlide' });
    expect(boxes[0]).toEqual({ slide: 0, text: expect.stringContaining('\nhttps://') as string });
    expect(links).toEqual([]);
  });

  it.each([
    ['an empty presentation', { slides: 0 }, 40, [0, 1, 2], 3],
    ['many files', { slides: 5, selected: 1 }, 40, [1, 5, 6], 7],
    ['nothing selected', { slides: 1, selected: null }, 1, [0], 1],
  ])('%s', async (_name, facts, count, slides, total) => {
    const made = presentation(facts);
    const result = await insertIntoPowerPoint(office(), made.powerPoint, job(count));
    expect(made.boxes.map(({ slide }) => slide)).toEqual(slides);
    expect(made.total()).toBe(total);
    expect(made.boxes.flatMap(({ text }) => text.split('\n'))).toHaveLength(count);
    expect(result.place.kind).toBe(slides.length > 1 ? 'severalSlides' : 'slide');
  });
});
