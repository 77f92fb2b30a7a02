import { controlApi } from './controlApi.ts';
import type { Application } from './applications.ts';
import { excelDocument } from './documents/excel/excelDocument.ts';
import type { OfficeDocument } from './documents/officeDocument.ts';
import type { MailboxMode } from './documents/outlook/mailboxMode.ts';
import { outlookDocument, type OutlookDocument } from './documents/outlook/outlookDocument.ts';
import { powerPointDocument } from './documents/powerpoint/powerPointDocument.ts';
import { wordDocument } from './documents/word/wordDocument.ts';

export interface OpenDocumentOptions {
  readonly app: Application;
  readonly mode: MailboxMode;
  readonly user: () => { name: string; address: string };
  readonly view: HTMLElement;
}

/** The open document: model and view, synchronized with the sandbox. */
export class OpenDocument {
  readonly model: OfficeDocument | OutlookDocument;
  readonly #app: Application;
  readonly #view: HTMLElement;
  #text = '[]';
  #sending = 0;

  private constructor({ app, mode, user, view }: OpenDocumentOptions) {
    this.#app = app;
    this.#view = view;
    this.model = create(app, user, mode);
  }

  static async open(options: OpenDocumentOptions): Promise<OpenDocument> {
    const opened = new OpenDocument(options);
    opened.replace(await controlApi.document(options.app.id));
    return opened;
  }

  /** Replaces the content after a reset or a change in another window. */
  replace(content: readonly unknown[]): void {
    if (this.#sending > 0) return;
    const text = JSON.stringify(content);
    if (text === this.#text && this.#view.hasChildNodes()) return;
    this.#text = text;
    // Copies the entries, because the model changes them in place.
    this.model.load(JSON.parse(text) as unknown[]);
    this.draw();
  }

  draw(): void {
    this.model.render(this.#view);
  }

  /** Runs the work of a call. If it changes the document, draws and reports it before the response to the add-in. */
  writing = async <T>(work: () => T): Promise<T> => {
    const viewBefore = this.model.viewState?.();
    const result = work();
    const content = this.model.content();
    const text = JSON.stringify(content);
    const unchanged = text === this.#text;
    if (!unchanged || this.model.viewState?.() !== viewBefore) this.draw();
    if (unchanged) return result;
    const written = added(JSON.parse(this.#text) as unknown[], content).map(abbreviate);
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

/** In characters. Longer entries are abbreviated in the log: a large insertion has many steps, each with all content. */
const maxLoggedLength = 20_000;

function abbreviate(entry: unknown): unknown {
  const { length } = JSON.stringify(entry);
  if (length <= maxLoggedLength) return entry;
  const { kind, sheet, address } = entry as Record<string, unknown>;
  return { kind, sheet, address, characters: length };
}

/** Returns the added entries. Counts duplicates: of two equal entries, one is new if there was one before. */
export function added(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const unmatched = new Map<string, number>();
  for (const entry of before) {
    const text = JSON.stringify(entry);
    unmatched.set(text, (unmatched.get(text) ?? 0) + 1);
  }
  return after.filter((entry) => {
    const text = JSON.stringify(entry);
    const count = unmatched.get(text) ?? 0;
    if (count > 0) unmatched.set(text, count - 1);
    return count === 0;
  });
}

function create(
  app: Application,
  user: () => { name: string; address: string },
  mode: MailboxMode,
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
