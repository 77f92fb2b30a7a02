import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { readHtml } from '../html/readHtml.ts';
import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { wordObjects } from './insertion.ts';
import { cellText, newTable, rowsOf, WordModel } from './wordModel.ts';
import { WordContentControls } from './contentControl.ts';
import type { WordObjects } from './wordObjects.ts';
import { WordRange } from './wordRange.ts';
import { WordRanges } from './wordRanges.ts';
import { WordTableObject } from './wordTableObject.ts';
import { wordView } from './wordView.ts';

export function wordDocument(): OfficeDocument {
  const model = new WordModel();
  return {
    root: new Root(wordObjects(model)),
    content: () => model.entries,
    load: (content) => model.load(content),
    render: (into) => wordView(model, into),
    setSelectedData: (coercion, data) => setSelectedData(model, coercion, data),
  };
}

function setSelectedData(model: WordModel, coercion: string, data: unknown): number {
  switch (coercion) {
    case 'text':
      model.insert({ kind: 'paragraph', text: cellText(data), links: [] }, 'End');
      return commonError.none;
    case 'html': {
      const html = cellText(data);
      model.insert({ kind: 'html', html, ...readHtml(html) }, 'End');
      return commonError.none;
    }
    case 'matrix':
      if (rowsOf(data).length === 0) return commonError.dataNotMatching;
      model.insert(newTable(rowsOf(data)), 'End');
      return commonError.none;
    default:
      return commonError.coercionNotSupported;
  }
}

/** The application and its document: paths of office.js contain one or both. */
class Root extends HostObject {
  readonly #document: WordObjects;

  constructor(document: WordObjects) {
    super();
    this.#document = document;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Document') return this;
    if (name === 'Body') return new Body(this.#document);
    if (name === 'ContentControls') return new WordContentControls(this.#document);
    return undefined;
  }

  override method(name: string): HostObject | undefined {
    return name === 'GetSelection' ? new WordRange(this.#document) : undefined;
  }

  override load(): Record<string, unknown> {
    return { Saved: false };
  }
}

class Body extends HostObject {
  readonly #document: WordObjects;

  constructor(document: WordObjects) {
    super();
    this.#document = document;
  }

  override get(name: string): HostObject | undefined {
    const { entries } = this.#document.model;
    if (name === 'Paragraphs') {
      return new WordRanges(
        entries
          .filter((entry) => entry.kind !== 'table')
          .map((entry) => new WordRange(this.#document, entry)),
      );
    }
    if (name !== 'Tables') return undefined;
    return new WordRanges(
      entries.flatMap((entry) =>
        entry.kind === 'table' ? [new WordTableObject(this.#document, entry)] : [],
      ),
    );
  }

  override method(name: string, args: readonly unknown[]): HostObject | undefined {
    if (name === 'GetRange') return new WordRange(this.#document);
    if (name === 'Search') return new WordRanges([]);
    return this.#document.insert('Body', name, args) ?? new UnmodeledObject();
  }

  override call(name: string): unknown {
    if (name === 'Clear') this.#document.model.entries = [];
    if (name === 'GetHtml') return '';
    return null;
  }

  override load(): Record<string, unknown> {
    return { Text: this.#document.model.text, Type: 'MainDoc' };
  }
}
