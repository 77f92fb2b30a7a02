import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { cellText, textOf, type ContentControl, type WordModel } from './wordModel.ts';
import type { WordObjects } from './wordObjects.ts';
import { WordRange } from './wordRange.ts';
import { WordRanges } from './wordRanges.ts';

/** A content control around entries of the document. Paragraphs that are inserted at its end become part of it. */
export class WordContentControl extends HostObject {
  readonly #document: WordObjects;
  readonly #model: WordModel;
  readonly #control: ContentControl;

  constructor(document: WordObjects, control: ContentControl) {
    super();
    this.#document = document;
    this.#model = document.model;
    this.#control = control;
  }

  override method(name: string, args: readonly unknown[]): HostObject {
    if (name !== 'InsertParagraph') return new UnmodeledObject();
    const paragraph = { kind: 'paragraph' as const, text: cellText(args[0]), links: [] };
    this.#model.insert(paragraph, 'After', this.#control.entries.at(-1));
    this.#control.entries.push(paragraph);
    return new WordRange(this.#document, paragraph);
  }

  override call(name: string, args: readonly unknown[]): unknown {
    if (name === 'Delete') {
      const [keepContent] = args;
      if (keepContent !== true) for (const entry of this.#control.entries) this.#model.remove(entry);
      this.#model.controls = this.#model.controls.filter((other) => other !== this.#control);
    }
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name === 'Tag') this.#control.tag = cellText(value);
  }

  override load(): Record<string, unknown> {
    return {
      Id: this.#model.controls.indexOf(this.#control),
      Tag: this.#control.tag,
      Text: this.#control.entries.map(textOf).join('\n'),
    };
  }
}

export class WordContentControls extends HostObject {
  readonly #document: WordObjects;
  readonly #model: WordModel;

  constructor(document: WordObjects) {
    super();
    this.#document = document;
    this.#model = document.model;
  }

  override method(name: string, [tag]: readonly unknown[]): HostObject | undefined {
    if (name !== 'GetByTag') return undefined;
    const found = this.#model.controls.filter((control) => control.tag === tag);
    return new WordRanges(found.map((control) => new WordContentControl(this.#document, control)));
  }
}
