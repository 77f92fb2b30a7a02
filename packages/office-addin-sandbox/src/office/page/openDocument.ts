import { controlApi } from './controlApi.ts';
import type { Application } from './applications.ts';
import { excelDocument } from './documents/excel/excelDocument.ts';
import type { OfficeDocument } from './documents/officeDocument.ts';
import { outlookDocument, type OutlookDocument } from './documents/outlook/outlookDocument.ts';
import { powerPointDocument } from './documents/powerpoint/powerPointDocument.ts';
import { wordDocument } from './documents/word/wordDocument.ts';

export interface OpenDocumentParts {
  readonly app: Application;
  readonly mode: 'compose' | 'read';
  readonly user: () => { name: string; address: string };
  readonly view: HTMLElement;
}

/** The document on the screen: model, view, and the copy that the sandbox keeps. */
export class OpenDocument {
  readonly model: OfficeDocument | OutlookDocument;
  readonly #app: Application;
  readonly #view: HTMLElement;
  #text = '[]';
  #sending = 0;

  private constructor({ app, mode, user, view }: OpenDocumentParts) {
    this.#app = app;
    this.#view = view;
    this.model = create(app, user, mode);
  }

  static async open(parts: OpenDocumentParts): Promise<OpenDocument> {
    const opened = new OpenDocument(parts);
    opened.replace(await controlApi.document(parts.app.id));
    return opened;
  }

  /** What the sandbox says stands in it now: another window wrote, or it was reset. */
  replace(content: readonly unknown[]): void {
    if (this.#sending > 0) return;
    const text = JSON.stringify(content);
    if (text === this.#text && this.#view.hasChildNodes()) return;
    this.#text = text;
    // The model changes its entries in place: it must not share them with what came from outside.
    this.model.load(JSON.parse(text) as unknown[]);
    this.draw();
  }

  draw(): void {
    this.model.render(this.#view);
  }

  /** Does the work of one call and, when it changed anything, draws and reports before the add-in hears of it. */
  writing = async <T>(work: () => T): Promise<T> => {
    const viewBefore = this.model.viewState?.();
    const result = work();
    const content = this.model.content();
    const text = JSON.stringify(content);
    const unchanged = text === this.#text;
    if (!unchanged || this.model.viewState?.() !== viewBefore) this.draw();
    if (unchanged) return result;
    const written = added(JSON.parse(this.#text) as unknown[], content).map(brief);
    this.#text = text;
    this.#sending += 1;
    try {
      await controlApi.writeDocument({ app: this.#app.id, content, written });
    } finally {
      this.#sending -= 1;
    }
    return result;
  };
}

/** Longer entries are only named in the log: a large insertion is written in many steps, each with the whole. */
const mostLogged = 20_000;

function brief(entry: unknown): unknown {
  const { length } = JSON.stringify(entry);
  if (length <= mostLogged) return entry;
  const { kind, sheet, address } = entry as Record<string, unknown>;
  return { kind, sheet, address, characters: length };
}

/** The entries that were not there before; one that stands there twice now and once before is new. */
export function added(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const left = before.map((entry) => JSON.stringify(entry));
  return after.filter((entry) => {
    const at = left.indexOf(JSON.stringify(entry));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function create(
  app: Application,
  user: () => { name: string; address: string },
  mode: 'compose' | 'read',
): OfficeDocument | OutlookDocument {
  switch (app.id) {
    case 'word':
      return wordDocument();
    case 'excel':
      return excelDocument();
    case 'powerpoint':
      return powerPointDocument();
    case 'outlook':
      return outlookDocument(user, mode);
  }
}
