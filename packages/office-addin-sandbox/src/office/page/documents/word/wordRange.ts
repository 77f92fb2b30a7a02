import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { itemNotFound } from '../../rich/richApiError.ts';
import { insertion } from './insertion.ts';
import { cellText, textOf, type WordEntry, type WordModel } from './wordModel.ts';

/** A Range or Paragraph: an entry, or the cursor if `entry` is undefined. */
export class WordRange extends HostObject {
  readonly #model: WordModel;
  readonly #entry: WordEntry | undefined;

  constructor(model: WordModel, entry?: WordEntry) {
    super();
    this.#model = model;
    this.#entry = entry;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Paragraphs') return new WordRanges(this.#entry ? [this] : []);
    return undefined;
  }

  override method(name: string, args: readonly unknown[]): HostObject | undefined {
    if (name === 'GetRange' || name === 'Select' || name === 'ExpandTo') return this;
    return insertion(this.#model, 'Range', name, args, this.#entry) ?? new UnmodeledObject();
  }

  override call(name: string): unknown {
    if ((name === 'Clear' || name === 'Delete') && this.#entry) this.#model.remove(this.#entry);
    if (name === 'GetHtml') return this.#entry?.kind === 'html' ? this.#entry.html : '';
    return null;
  }

  override set(name: string, value: unknown): void {
    const entry = this.#entry;
    if (!entry) return;
    if (name === 'Hyperlink') {
      const address = cellText(value);
      entry.links = address === '' ? [] : [{ text: textOf(entry), address }];
    }
    if ((name === 'Style' || name === 'StyleBuiltIn') && entry.kind === 'paragraph')
      entry.style = cellText(value);
  }

  override load(): Record<string, unknown> {
    const entry = this.#entry;
    const text = entry ? textOf(entry) : '';
    return {
      Text: text,
      IsEmpty: text === '',
      Hyperlink: entry?.links[0]?.address ?? '',
      Style: entry?.kind === 'paragraph' ? (entry.style ?? 'Normal') : 'Normal',
    };
  }
}

export class WordRanges extends HostObject {
  readonly #ranges: readonly HostObject[];

  constructor(ranges: readonly HostObject[]) {
    super();
    this.#ranges = ranges;
  }

  override items(): readonly HostObject[] {
    return this.#ranges;
  }

  override method(name: string): HostObject | null | undefined {
    const found = name.startsWith('GetLast') ? this.#ranges.at(-1) : this.#ranges[0];
    if (!name.startsWith('GetFirst') && !name.startsWith('GetLast')) return undefined;
    if (found) return found;
    if (name.endsWith('OrNullObject')) return null;
    throw itemNotFound(`Collection.${name}`);
  }
}
