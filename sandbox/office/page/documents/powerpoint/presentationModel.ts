import { readEntries, type Link } from '../entries.ts';

export interface TextBox {
  kind: 'textBox';
  /** From 1, as a person counts. */
  slide: number;
  id: string;
  name: string;
  text: string;
  links: Link[];
  /** Points. */
  left: number;
  top: number;
  width: number;
  height: number;
  fontSize?: number;
}

/** The number of slides stands in an entry of its own once it is not one. */
export interface SlidesEntry {
  kind: 'slides';
  count: number;
}

/** Slides of 960 by 540 points, as new presentations have. */
export const slideSize = { width: 960, height: 540 } as const;

export class PresentationModel {
  slides = 1;
  /** From 1. */
  current = 1;
  boxes: TextBox[] = [];

  load(content: readonly unknown[]): void {
    const entries = readEntries(content);
    const count = entries.find(({ kind }) => kind === 'slides')?.['count'];
    this.slides = typeof count === 'number' && count >= 0 ? count : 1;
    this.boxes = entries.filter(({ kind }) => kind === 'textBox') as unknown as TextBox[];
    this.current = Math.min(Math.max(this.current, 1), Math.max(this.slides, 1));
  }

  get content(): (TextBox | SlidesEntry)[] {
    return this.slides === 1 ? this.boxes : [{ kind: 'slides', count: this.slides }, ...this.boxes];
  }

  on(slide: number): TextBox[] {
    return this.boxes.filter((box) => box.slide === slide);
  }

  addBox(
    slide: number,
    text: string,
    place: Partial<Pick<TextBox, 'left' | 'top' | 'width' | 'height'>>,
  ): TextBox {
    const number = this.boxes.length + 1;
    const box: TextBox = {
      kind: 'textBox',
      slide,
      id: `${slide}-${number}`,
      name: `TextBox ${number}`,
      text,
      links: [],
      left: place.left ?? 80,
      top: place.top ?? 80,
      width: place.width ?? 400,
      height: place.height ?? 60,
    };
    this.boxes.push(box);
    return box;
  }
}
