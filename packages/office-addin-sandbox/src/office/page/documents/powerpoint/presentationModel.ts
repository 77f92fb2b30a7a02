import type { Properties } from '../../rich/apiObject.ts';
import { readEntries, type Link } from '../entries.ts';

/** A shape of a slide. Add-ins insert text boxes; other shapes belong to the user. */
export interface SlideShape {
  kind: 'textBox' | 'shape';
  /** Slide number, starting at 1. */
  slide: number;
  id: string;
  name: string;
  /** Type in the object model; undefined for a text box. */
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
  properties?: Properties;
}

/** What the add-in or the user has selected. */
export interface SlideSelection {
  /** Ids. */
  readonly slides: readonly string[];
  readonly shapes: readonly string[];
  readonly text?: { readonly start: number; readonly length: number };
}

/** The slides; omitted for a new presentation with one slide. */
export interface SlidesEntry {
  kind: 'slides';
  count: number;
  /** Omitted for the default ids 256#, 257#, … */
  ids?: string[];
}

/** Placeholders that new slides contain, as from a layout. Without this entry, new slides are blank. */
export interface LayoutEntry {
  kind: 'layout';
  placeholders: readonly Partial<SlideShape>[];
}

/** In points, as in new presentations. */
export const slideSize = { width: 960, height: 540 } as const;

const FIRST_ID = 256;

export class PresentationModel {
  slideIds: string[] = [slideId(FIRST_ID)];
  /** Number of the current slide, starting at 1. */
  current = 1;
  boxes: SlideShape[] = [];
  selection: SlideSelection = { slides: [], shapes: [] };
  /** Stored properties of the presentation and its slides. */
  properties: Properties = {};
  /** Reports something that the sandbox lacks. */
  report: (name: string) => void = () => {};
  #layout: LayoutEntry | undefined;
  /** Ids of deleted slides and shapes aren't reused. */
  #highestId = FIRST_ID;
  #highestShape = 0;

  get slides(): number {
    return this.slideIds.length;
  }

  load(content: readonly unknown[]): void {
    const entries = readEntries(content);
    const slides = entries.find(({ kind }) => kind === 'slides') as Partial<SlidesEntry> | undefined;
    const count = typeof slides?.count === 'number' && slides.count >= 0 ? slides.count : 1;
    this.slideIds = slides?.ids ?? defaultIds(count);
    this.#layout = entries.find(({ kind }) => kind === 'layout') as unknown as LayoutEntry | undefined;
    this.boxes = entries
      .filter(({ kind }) => kind === 'textBox' || kind === 'shape')
      .map((entry, index) => complete(entry as Partial<SlideShape>, index + 1));
    this.properties = (entries.find(({ kind }) => kind === 'properties')?.['properties'] ?? {}) as Properties;
    this.current = Math.min(Math.max(this.current, 1), Math.max(this.slides, 1));
    this.selection = { slides: [], shapes: [] };
  }

  /** Returns the selected slides; by default the current one. */
  get selectedSlides(): readonly string[] {
    const { slides } = this.selection;
    return slides.length > 0 ? slides : this.slideIds.slice(this.current - 1, this.current);
  }

  select({ slides, shapes = [], text }: Partial<SlideSelection>): void {
    this.selection = { slides: slides ?? [], shapes, ...(text ? { text } : {}) };
    const at = this.slideIds.indexOf(slides?.[0] ?? '');
    if (at >= 0) this.current = at + 1;
  }

  get content(): unknown[] {
    const hasDefaultIds = this.slideIds.join() === defaultIds(this.slides).join();
    const isNew = this.slides === 1 && hasDefaultIds;
    const slides: SlidesEntry = { kind: 'slides', count: this.slides };
    return [
      ...(isNew ? [] : [hasDefaultIds ? slides : { ...slides, ids: this.slideIds }]),
      ...(this.#layout ? [this.#layout] : []),
      ...this.boxes,
      ...(Object.keys(this.properties).length > 0
        ? [{ kind: 'properties', properties: this.properties }]
        : []),
    ];
  }

  on(slide: number): SlideShape[] {
    return this.boxes.filter((box) => box.slide === slide);
  }

  /** @param at position from 0; undefined: at the end */
  addSlide(at?: number): void {
    const numbers = this.slideIds.map((id) => Number.parseInt(id, 10));
    this.#highestId = Math.max(this.#highestId, FIRST_ID - 1, ...numbers) + 1;
    const id = slideId(this.#highestId);
    this.slideIds.push(id);
    for (const placeholder of this.#layout?.placeholders ?? []) {
      const number = this.#nextNumber();
      this.boxes.push(
        complete({ type: 'Placeholder', ...placeholder, kind: 'shape', slide: this.slides }, number),
      );
    }
    if (at !== undefined) this.moveSlide(id, at);
  }

  /** @param index from 0 */
  moveSlide(id: string, index: number): void {
    const before = [...this.slideIds];
    this.slideIds = before.filter((other) => other !== id).toSpliced(index, 0, id);
    const numberOf = (slide: number) => this.slideIds.indexOf(before[slide - 1] ?? '') + 1;
    for (const box of this.boxes) box.slide = numberOf(box.slide);
    this.current = Math.max(1, numberOf(this.current));
  }

  /** Deletes the slide and renumbers the slides after it. */
  deleteSlide(id: string): void {
    const at = this.slideIds.indexOf(id);
    if (at < 0) return;
    const number = at + 1;
    this.slideIds.splice(at, 1);
    this.boxes = this.boxes.filter((box) => box.slide !== number);
    for (const box of this.boxes) if (box.slide > number) box.slide -= 1;
    this.current = Math.min(this.current, Math.max(this.slides, 1));
    this.selection = { slides: [], shapes: [] };
  }

  addShape(slide: number, type: string, place: Partial<SlideShape>): SlideShape {
    const box = complete({ kind: 'shape', type, slide, ...place }, this.#nextNumber());
    this.boxes.push(box);
    return box;
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

/** Adds default values to an entry, which can come from a test or a control call. */
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

const defaultIds = (count: number) => Array.from({ length: count }, (_, index) => slideId(FIRST_ID + index));
