import { HostObject } from '../../rich/hostObject.ts';
import { cellText, type InsertLocation, type WordParagraph } from './wordModel.ts';

/** Text inserted into a paragraph. A link on it doesn't affect the rest of the paragraph. */
export class WordRun extends HostObject {
  readonly #paragraph: WordParagraph;
  #text: string;

  constructor(paragraph: WordParagraph, text: string, place: InsertLocation) {
    super();
    this.#paragraph = paragraph;
    this.#text = text;
    if (place === 'Replace') paragraph.links = [];
    if (place === 'Replace') paragraph.text = text;
    else paragraph.text = place === 'Start' ? text + paragraph.text : paragraph.text + text;
  }

  override method(name: string): HostObject | undefined {
    return name === 'GetRange' || name === 'Select' ? this : undefined;
  }

  override set(name: string, value: unknown): void {
    if (name !== 'Hyperlink') return;
    const others = this.#paragraph.links.filter(({ text }) => text !== this.#text);
    const address = cellText(value);
    this.#paragraph.links = address === '' ? others : [...others, { text: this.#text, address }];
  }

  override load(): Record<string, unknown> {
    const link = this.#paragraph.links.find(({ text }) => text === this.#text);
    return { Text: this.#text, IsEmpty: this.#text === '', Hyperlink: link?.address ?? '' };
  }
}
