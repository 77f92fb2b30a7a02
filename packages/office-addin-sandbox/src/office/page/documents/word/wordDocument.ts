import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { readHtml } from '../html/readHtml.ts';
import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { insertion } from './insertion.ts';
import { cellText, newTable, rowsOf, WordModel } from './wordModel.ts';
import { WordContentControls } from './contentControl.ts';
import { WordRange, WordRanges } from './wordRange.ts';
import { WordTableObject } from './wordTableObject.ts';
import { wordView } from './wordView.ts';

export function wordDocument(): OfficeDocument {
  const model = new WordModel();
  return {
    root: new Root(model),
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
  readonly #model: WordModel;

  constructor(model: WordModel) {
    super();
    this.#model = model;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Document') return this;
    if (name === 'Body') return new Body(this.#model);
    if (name === 'ContentControls') return new WordContentControls(this.#model);
    return undefined;
  }

  override method(name: string): HostObject | undefined {
    return name === 'GetSelection' ? new WordRange(this.#model) : undefined;
  }

  override load(): Record<string, unknown> {
    return { Saved: false };
  }
}

class Body extends HostObject {
  readonly #model: WordModel;

  constructor(model: WordModel) {
    super();
    this.#model = model;
  }

  override get(name: string): HostObject | undefined {
    const { entries } = this.#model;
    if (name === 'Paragraphs') {
      return new WordRanges(
        entries.filter((entry) => entry.kind !== 'table').map((entry) => new WordRange(this.#model, entry)),
      );
    }
    if (name !== 'Tables') return undefined;
    return new WordRanges(
      entries.flatMap((entry) => (entry.kind === 'table' ? [new WordTableObject(this.#model, entry)] : [])),
    );
  }

  override method(name: string, args: readonly unknown[]): HostObject | undefined {
    if (name === 'GetRange') return new WordRange(this.#model);
    if (name === 'Search') return new WordRanges([]);
    return insertion(this.#model, 'Body', name, args) ?? new UnmodeledObject();
  }

  override call(name: string): unknown {
    if (name === 'Clear') this.#model.entries = [];
    if (name === 'GetHtml') return '';
    return null;
  }

  override load(): Record<string, unknown> {
    return { Text: this.#model.text, Type: 'MainDoc' };
  }
}
