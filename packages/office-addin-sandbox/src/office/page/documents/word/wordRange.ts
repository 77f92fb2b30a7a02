import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { cellText, textOf, type WordEntry } from './wordModel.ts';
import type { WordObjects } from './wordObjects.ts';
import { WordRanges } from './wordRanges.ts';

/** A Range or Paragraph: an entry, or the cursor if `entry` is undefined. */
export class WordRange extends HostObject {
  readonly #document: WordObjects;
  readonly #entry: WordEntry | undefined;

  constructor(document: WordObjects, entry?: WordEntry) {
    super();
    this.#document = document;
    this.#entry = entry;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Paragraphs') return new WordRanges(this.#entry ? [this] : []);
    return undefined;
  }

  override method(name: string, args: readonly unknown[]): HostObject | undefined {
    if (name === 'GetRange' || name === 'Select' || name === 'ExpandTo') return this;
    return this.#document.insert('Range', name, args, this.#entry) ?? new UnmodeledObject();
  }

  override call(name: string): unknown {
    if ((name === 'Clear' || name === 'Delete') && this.#entry) this.#document.model.remove(this.#entry);
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
