import { HostObject } from '../../rich/hostObject.ts';
import { invalidArgument, itemNotFound } from '../../rich/richApiError.ts';
import { asObject } from '../../envelope.ts';
import { slideSize, type PresentationModel, type SlideShape } from './presentationModel.ts';
import { TextRange } from './textRange.ts';

export class Shapes extends HostObject {
  readonly #model: PresentationModel;
  readonly #slide: number;

  constructor(model: PresentationModel, slide: number) {
    super();
    this.#model = model;
    this.#slide = slide;
  }

  override items(): readonly HostObject[] {
    return this.#model.on(this.#slide).map((box) => new Shape(this.#model, box));
  }

  override item([id]: readonly unknown[]): HostObject {
    const box = this.#model.on(this.#slide).find((candidate) => candidate.id === id);
    if (box) return new Shape(this.#model, box);
    throw itemNotFound('ShapeCollection.getItem');
  }

  override method(name: string, args: readonly unknown[]): HostObject | null | undefined {
    if (name === 'AddTextBox') {
      const [text, options] = args;
      return new Shape(
        this.#model,
        this.#model.addBox(this.#slide, typeof text === 'string' ? text : '', placeOf(options)),
      );
    }
    if (name === 'GetItem') return this.item(args);
    if (name === 'GetItemOrNullObject') {
      const box = this.#model.on(this.#slide).find(({ id }) => id === args[0]);
      return box ? new Shape(this.#model, box) : null;
    }
    if (name === 'GetItemAt') {
      const found = this.items()[Number(args[0])];
      if (!found) throw itemNotFound('ShapeCollection.getItemAt');
      return found;
    }
    return undefined;
  }

  override call(name: string): unknown {
    return name === 'GetCount' ? this.items().length : null;
  }
}

const measures = ['left', 'top', 'width', 'height'] as const;

/** Accepts the names of the members in camelCase and PascalCase. */
function placeOf(options: unknown): Partial<Record<(typeof measures)[number], number>> {
  const given = asObject(options) ?? {};
  return Object.fromEntries(
    measures.flatMap((name) => {
      const value = given[name] ?? given[name.charAt(0).toUpperCase() + name.slice(1)];
      return typeof value === 'number' && Math.abs(value) <= 10 * slideSize.width ? [[name, value]] : [];
    }),
  );
}

class Shape extends HostObject {
  readonly #model: PresentationModel;
  readonly #box: SlideShape;

  constructor(model: PresentationModel, box: SlideShape) {
    super();
    this.#model = model;
    this.#box = box;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Tags') return new Tags(this.#box);
    if (name !== 'TextFrame') return undefined;
    if (withoutText.has(this.#type)) {
      throw invalidArgument('Shape.textFrame', 'This type of shape has no text frame.');
    }
    return new TextFrame(this.#box);
  }

  override call(name: string): unknown {
    if (name === 'Delete') this.#model.boxes = this.#model.boxes.filter((box) => box !== this.#box);
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name === 'Name' && typeof value === 'string') this.#box.name = value;
    const measure = measures.find((candidate) => candidate === name.toLowerCase());
    if (measure && typeof value === 'number') this.#box[measure] = value;
  }

  override load(): Record<string, unknown> {
    const { id, name, left, top, width, height } = this.#box;
    return { Id: id, Name: name, Type: this.#type, Left: left, Top: top, Width: width, Height: height };
  }

  get #type(): string {
    return this.#box.kind === 'textBox' ? 'TextBox' : (this.#box.type ?? 'GeometricShape');
  }
}

const withoutText: ReadonlySet<string> = new Set([
  'Image',
  'Line',
  'Group',
  'Table',
  'Chart',
  'Media',
  'Ole',
]);

class Tags extends HostObject {
  readonly #box: SlideShape;

  constructor(box: SlideShape) {
    super();
    this.#box = box;
  }

  override call(name: string, [key, value]: readonly unknown[]): unknown {
    if (name === 'Add' && typeof key === 'string' && typeof value === 'string') {
      this.#box.tags = { ...this.#box.tags, [key.toUpperCase()]: value };
    }
    return null;
  }
}

class TextFrame extends HostObject {
  readonly #box: SlideShape;

  constructor(box: SlideShape) {
    super();
    this.#box = box;
  }

  override get(name: string): HostObject | undefined {
    return name === 'TextRange' ? new TextRange(this.#box) : undefined;
  }

  override call(name: string): unknown {
    if (name === 'DeleteText') this.#box.text = '';
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name === 'AutoSizeSetting' && typeof value === 'string') this.#box.autoSize = value;
  }

  override load(): Record<string, unknown> {
    return { HasText: this.#box.text !== '', AutoSizeSetting: this.#box.autoSize ?? 'AutoSizeNone' };
  }
}
