import { readEntries, type Link } from '../entries.ts';

/** A shape of a slide. Text boxes are what add-ins insert; other shapes are the user's own. */
export interface SlideShape {
  kind: 'textBox' | 'shape';
  /** From 1, as a person counts. */
  slide: number;
  id: string;
  name: string;
  /** The type that the object model reports; a text box has none here. */
  type?: string;
  text: string;
  links: Link[];
  /** Points. */
  left: number;
  top: number;
  width: number;
  height: number;
  fontSize?: number;
  autoSize?: string;
  tags?: Record<string, string>;
}

/** The slides, once they are not the one of a new presentation. */
export interface SlidesEntry {
  kind: 'slides';
  count: number;
  /** Left out for those that a presentation starts with: 256#, 257#, … */
  ids?: string[];
}

/** What a new slide comes with, as from the layout of a real presentation; blank without such an entry. */
export interface LayoutEntry {
  kind: 'layout';
  placeholders: readonly Partial<SlideShape>[];
}

/** Slides of 960 by 540 points, as new presentations have. */
export const slideSize = { width: 960, height: 540 } as const;

const FIRST_ID = 256;

export class PresentationModel {
  /** Ids of the slides, in their order. */
  slideIds: string[] = [slideId(FIRST_ID)];
  /** From 1. */
  current = 1;
  boxes: SlideShape[] = [];
  #layout: LayoutEntry | undefined;
  /** Ids of deleted slides and shapes are not used again. */
  #highestId = FIRST_ID;
  #highestShape = 0;

  get slides(): number {
    return this.slideIds.length;
  }

  load(content: readonly unknown[]): void {
    const entries = readEntries(content);
    const slides = entries.find(({ kind }) => kind === 'slides') as Partial<SlidesEntry> | undefined;
    const count = typeof slides?.count === 'number' && slides.count >= 0 ? slides.count : 1;
    this.slideIds = slides?.ids ?? usualIds(count);
    this.#layout = entries.find(({ kind }) => kind === 'layout') as unknown as LayoutEntry | undefined;
    this.boxes = entries
      .filter(({ kind }) => kind === 'textBox' || kind === 'shape')
      .map((entry, index) => complete(entry as Partial<SlideShape>, index + 1));
    this.current = Math.min(Math.max(this.current, 1), Math.max(this.slides, 1));
  }

  get content(): (SlideShape | SlidesEntry | LayoutEntry)[] {
    const isUsual = this.slideIds.join() === usualIds(this.slides).join();
    const isNew = this.slides === 1 && isUsual;
    const slides: SlidesEntry = { kind: 'slides', count: this.slides };
    return [
      ...(isNew ? [] : [isUsual ? slides : { ...slides, ids: this.slideIds }]),
      ...(this.#layout ? [this.#layout] : []),
      ...this.boxes,
    ];
  }

  on(slide: number): SlideShape[] {
    return this.boxes.filter((box) => box.slide === slide);
  }

  addSlide(): void {
    const numbers = this.slideIds.map((id) => Number.parseInt(id, 10));
    this.#highestId = Math.max(this.#highestId, FIRST_ID - 1, ...numbers) + 1;
    this.slideIds.push(slideId(this.#highestId));
    for (const placeholder of this.#layout?.placeholders ?? []) {
      const number = this.#nextNumber();
      this.boxes.push(
        complete({ type: 'Placeholder', ...placeholder, kind: 'shape', slide: this.slides }, number),
      );
    }
  }

  /** The slides after it move up. */
  deleteSlide(id: string): void {
    const at = this.slideIds.indexOf(id);
    if (at < 0) return;
    const number = at + 1;
    this.slideIds.splice(at, 1);
    this.boxes = this.boxes.filter((box) => box.slide !== number);
    for (const box of this.boxes) if (box.slide > number) box.slide -= 1;
    this.current = Math.min(this.current, Math.max(this.slides, 1));
  }

  addBox(
    slide: number,
    text: string,
    place: Partial<Pick<SlideShape, 'left' | 'top' | 'width' | 'height'>>,
  ): SlideShape {
    const box = complete({ kind: 'textBox', slide, text, ...place }, this.#nextNumber());
    this.boxes.push(box);
    return box;
  }

  #nextNumber(): number {
    const numbers = this.boxes.map(({ id }) => Number(id.split('-')[1]) || 0);
    return (this.#highestShape = Math.max(this.#highestShape, this.boxes.length, ...numbers) + 1);
  }
}

/** An entry can come from a test or a person, who gives what matters. */
function complete(given: Partial<SlideShape>, number: number): SlideShape {
  const { kind = 'textBox', slide = 1 } = given;
  return {
    kind,
    slide,
    id: `${slide}-${number}`,
    name: kind === 'textBox' ? `TextBox ${number}` : `${given.type ?? 'Shape'} ${number}`,
    text: '',
    links: [],
    left: 80,
    top: 80,
    width: 400,
    height: 60,
    ...given,
  };
}

function slideId(number: number): string {
  return `${number}#`;
}

const usualIds = (count: number) => Array.from({ length: count }, (_, index) => slideId(FIRST_ID + index));
