import { HostObject } from '../../rich/hostObject.ts';
import { readHtml } from '../html/readHtml.ts';
import { cellText, type WordTable } from './wordModel.ts';
import { WordRanges } from './wordRanges.ts';

/** A table cell, and also its body, ranges and paragraphs: they share the text, and a link on any of them applies to the cell. */
export class WordCell extends HostObject {
  readonly #table: WordTable;
  readonly #row: number;
  readonly #column: number;

  constructor(table: WordTable, row: number, column: number) {
    super();
    this.#table = table;
    this.#row = row;
    this.#column = column;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Body') return this;
    if (name === 'Paragraphs') return new WordRanges([this]);
    return undefined;
  }

  override method(name: string, args: readonly unknown[]): HostObject | undefined {
    if (name === 'GetRange' || name === 'Select') return this;
    if (name === 'InsertText' || name === 'InsertParagraph') {
      const [text, place] = args;
      this.#text = place === 'Start' ? cellText(text) + this.#text : this.#textAfter(cellText(text), place);
      return this;
    }
    if (name === 'InsertHtml') {
      const { text, links } = readHtml(cellText(args[0]));
      this.#text = this.#textAfter(text, args[1]);
      for (const link of links) this.#link(link.address, link.text);
      return this;
    }
    return undefined;
  }

  override call(name: string): unknown {
    if (name === 'Clear') this.#text = '';
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name === 'Value') this.#text = cellText(value);
    if (name === 'Hyperlink') this.#link(cellText(value), this.#text);
  }

  override load(): Record<string, unknown> {
    return {
      Value: this.#text,
      Text: this.#text,
      IsEmpty: this.#text === '',
      RowIndex: this.#row,
      CellIndex: this.#column,
      Hyperlink: this.#table.links.find(({ cell }) => cell === this.#name)?.address ?? '',
    };
  }

  get #name(): string {
    return `${this.#row},${this.#column}`;
  }

  get #text(): string {
    return this.#table.values[this.#row]?.[this.#column] ?? '';
  }

  set #text(text: string) {
    const row = this.#table.values[this.#row];
    if (row) row[this.#column] = text;
  }

  #textAfter(text: string, place: unknown): string {
    return place === 'Replace' ? text : this.#text + text;
  }

  #link(address: string, text: string): void {
    const others = this.#table.links.filter(({ cell }) => cell !== this.#name);
    this.#table.links = address === '' ? others : [...others, { text, address, cell: this.#name }];
  }
}
