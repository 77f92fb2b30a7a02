import type { Application, InsertFormat } from '../../contract/api.ts';

export type { Application, InsertFormat };

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
