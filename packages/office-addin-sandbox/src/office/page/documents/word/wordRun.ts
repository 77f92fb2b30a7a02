import { HostObject } from '../../rich/hostObject.ts';
import { cellText, type Place, type WordParagraph } from './wordModel.ts';

/** Words put into a paragraph; a link set on them is theirs alone. */
export class WordRun extends HostObject {
  readonly #paragraph: WordParagraph;
  #text: string;

  constructor(paragraph: WordParagraph, text: string, place: Place) {
    super();
    this.#paragraph = paragraph;
    this.#text = text;
    if (place === 'Replace') paragraph.links = [];
    if (place === 'Replace') paragraph.text = text;
    else paragraph.text = place === 'Start' ? text + paragraph.text : paragraph.text + text;
  }

  override make(name: string): HostObject | undefined {
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
