import type { Application, InsertFormat } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';

/** One value of a row. `text` is in the language of the pane; empty: unknown. */
export interface Cell {
  readonly text: string;
  /** ISO 8601, UTC; null: unknown. Excel gets a date that can be sorted. */
  readonly date?: string | null;
  /** Null: unknown. Excel gets a number that can be summed and sorted. */
  readonly bytes?: number | null;
}

export interface Row {
  readonly title: string;
  /** Address of the title. Only https becomes a link. */
  readonly link: string;
  readonly cells: readonly Cell[];
}

/** The content to write: plain text, never interpreted as markup or a formula. */
export interface InsertContent {
  /** Column headings: the title, then each cell. */
  readonly header: readonly [string, ...string[]];
  readonly rows: readonly Row[];
}

export interface InsertJob extends InsertContent {
  /** Default: the first of `formatsOf` for the application. */
  readonly format?: InsertFormat;
  readonly signal?: AbortSignal;
  /** Called with the number of rows written so far. */
  readonly onProgress?: (done: number) => void;
  /** Called once, as soon as something is written that can be removed again. */
  readonly onUndo?: (undo: Undo) => void;
}

/** Removes the inserted content. Returns false, and removes nothing, if it has changed since. Rejects as inserting does. */
export type Undo = (signal: AbortSignal) => Promise<boolean>;

/** The formats that each application offers, the default first. */
export const formatsOf: Readonly<Record<Application, readonly [InsertFormat, ...InsertFormat[]]>> = {
  word: ['table', 'list', 'links'],
  excel: ['table', 'links'],
  powerpoint: ['list', 'links'],
  outlook: ['list', 'links', 'table'],
};

/** Returns the preferred format if the application offers it, else its default. */
export function formatFor(application: Application, preferred: InsertFormat | undefined): InsertFormat {
  const formats = formatsOf[application];
  return formats.find((format) => format === preferred) ?? formats[0];
}

/** Where the rows were written. */
export type InsertPlace =
  | { readonly kind: 'selection' }
  /** There was a selection, which inserting at the cursor would have replaced. */
  | { readonly kind: 'messageStart' }
  | { readonly kind: 'newSheet'; readonly sheet: string }
  | { readonly kind: 'slide' }
  | { readonly kind: 'firstSlide' }
  | { readonly kind: 'severalSlides'; readonly slides: number }
  /** There was no room on the selected or first slide. */
  | { readonly kind: 'newSlides'; readonly slides: number };

export interface InsertResult {
  readonly count: number;
  readonly place: InsertPlace;
  /** The application can't add links, so the titles were written without their addresses. */
  readonly unlinked?: true;
}

/** The part of `Office` that inserting needs. Passed in, so that tests can replace it. */
export interface OfficeHost {
  /** False: the document is read-only. */
  readonly writable: boolean;
  isSetSupported(name: string, version: string): boolean;
}

type Inserter = (job: InsertJob, host: () => OfficeHost) => Promise<InsertResult>;

/** Loads the code of an application when the user first inserts something. */
const inserters: Record<Application, Inserter> = {
  word: async (job, host) => (await loaded(import('./word.ts'))).insertIntoWord(host(), Word, job),
  excel: async (job, host) => (await loaded(import('./excel.ts'))).insertIntoExcel(host(), Excel, job),
  powerpoint: async (job, host) =>
    (await loaded(import('./powerpoint.ts'))).insertIntoPowerPoint(host(), PowerPoint, job),
  outlook: async (job) =>
    (await loaded(import('./outlook.ts'))).insertIntoOutlook(
      Office.context.requirements,
      Office.context.mailbox.item,
      document.implementation.createHTMLDocument(),
      job,
    ),
};

/**
 * Writes the rows into the open document, workbook, presentation, or message. Uses the globals of office.js. Don't call
 * it while another call is running.
 * @throws ProblemError document_read_only, document_unsupported, document_failed, or network_unreachable when the code
 * of the application can't be loaded; the signal's reason after a cancel
 */
export async function insertRows(application: Application, job: InsertJob): Promise<InsertResult> {
  return inserters[application](job, officeHost);
}

/**
 * Returns whether the open document or item can be written to. False for a received message or a document in protected
 * view. Don't cache the result: a pane in Outlook can stay open while the user opens another message.
 */
export function canInsert(application: Application): boolean {
  const { context } = Office;
  if (application === 'outlook') {
    const body = context.mailbox.item?.body as Partial<Office.Body> | undefined;
    return typeof body?.setSelectedDataAsync === 'function';
  }
  return context.document.mode !== Office.DocumentMode.ReadOnly;
}

/** Fails without a network, or when a newer build on the server has replaced the file. */
function loaded<T>(module: Promise<T>): Promise<T> {
  return module.catch((cause: unknown) => {
    throw new ProblemError('network_unreachable', { detail: 'A part of the pane did not load.' }, { cause });
  });
}

function officeHost(): OfficeHost {
  const { document: open, requirements } = Office.context;
  return {
    writable: open.mode !== Office.DocumentMode.ReadOnly,
    isSetSupported: (name, version) => requirements.isSetSupported(name, version),
  };
}
