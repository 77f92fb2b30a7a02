import { HostObject } from '../../rich/hostObject.ts';
import { asObject } from '../../envelope.ts';
import { invalidArgument } from '../../rich/richApiError.ts';
import type { SlideShape } from './presentationModel.ts';

/** The text of a shape, or a part of it. */
export class TextRange extends HostObject {
  readonly #box: SlideShape;
  readonly #start: number;
  readonly #length: number | undefined;

  constructor(box: SlideShape, start = 0, length?: number) {
    super();
    this.#box = box;
    this.#start = start;
    this.#length = length;
  }

  override get(name: string): HostObject | undefined {
    return name === 'Font' ? new Font(this.#box) : undefined;
  }

  override method(name: string, args: readonly unknown[]): HostObject | undefined {
    if (name !== 'GetSubstring') return undefined;
    const [start, length] = args;
    const from = this.#start + Number(start);
    const end = typeof length === 'number' ? from + length : this.#box.text.length;
    if (from < 0 || end > this.#box.text.length) {
      throw invalidArgument('TextRange.getSubstring', 'The substring is outside the text.');
    }
    return new TextRange(this.#box, from, end - from);
  }

  /** Implements SetHyperlink, which builds newer than npm's have. */
  override call(name: string, args: readonly unknown[]): unknown {
    const options = asObject(args[0]);
    const address = options?.['address'] ?? options?.['Address'];
    if (name === 'SetHyperlink' && typeof address === 'string') {
      this.#box.links = [...this.#box.links, { text: this.#text, address }];
    }
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name !== 'Text' || typeof value !== 'string') return;
    const { text } = this.#box;
    this.#box.text = text.slice(0, this.#start) + value + text.slice(this.#start + this.#text.length);
  }

  override load(): Record<string, unknown> {
    return { Text: this.#text, Start: this.#start, Length: this.#text.length };
  }

  get #text(): string {
    return this.#box.text.slice(
      this.#start,
      this.#length === undefined ? undefined : this.#start + this.#length,
    );
  }
}

class Font extends HostObject {
  readonly #box: SlideShape;

  constructor(box: SlideShape) {
    super();
    this.#box = box;
  }

  override set(name: string, value: unknown): void {
    if (name === 'Size' && typeof value === 'number') this.#box.fontSize = value;
  }

  override load(): Record<string, unknown> {
    return { Size: this.#box.fontSize ?? 18 };
  }
}
