import type { Application, InsertFormat } from '../../contract/preferences.ts';

export type { Application, InsertFormat };

/** One value of a row, as text in the language of the pane; empty where it is not known. */
export interface Cell {
  readonly text: string;
  /** ISO 8601, UTC; null: not known. Excel gets a date that sorts. */
  readonly date?: string | null;
  /** Null: not known. Excel gets a number that can be summed and sorted. */
  readonly bytes?: number | null;
}

export interface Row {
  readonly title: string;
  /** Address behind the title; only https becomes a link. */
  readonly link: string;
  readonly cells: readonly Cell[];
}

/** What to write. All of it is plain text: nothing in it is ever markup or a formula. */
export interface InsertContent {
  /** Headings of a table: of the title, then of each cell. */
  readonly header: readonly [string, ...string[]];
  readonly rows: readonly Row[];
}

export interface InsertJob extends InsertContent {
  /** Left out: the application's usual one, the first of `formatsOf`. */
  readonly format?: InsertFormat;
  readonly signal?: AbortSignal;
  /** How many rows are in the document. */
  readonly onProgress?: (done: number) => void;
  /** Called as soon as something is written that can be taken out again. */
  readonly onUndo?: (undo: Undo) => void;
}

/** Takes out what was inserted. False: it is not there any more as it was inserted. Rejects as inserting does. */
export type Undo = (signal: AbortSignal) => Promise<boolean>;

/** What makes sense where; the usual one first. A preference for another one means the usual one. */
export const formatsOf: Readonly<Record<Application, readonly [InsertFormat, ...InsertFormat[]]>> = {
  word: ['table', 'list', 'links'],
  excel: ['table', 'links'],
  powerpoint: ['list', 'links'],
  outlook: ['list', 'links', 'table'],
};

/** @param wanted the user's preference */
export function formatFor(application: Application, wanted: InsertFormat | undefined): InsertFormat {
  const formats = formatsOf[application];
  return formats.find((format) => format === wanted) ?? formats[0];
}

/** Where the rows went. */
export type InsertPlace =
  | { readonly kind: 'selection' }
  /** Something was selected, which inserting at the cursor would replace. */
  | { readonly kind: 'messageStart' }
  | { readonly kind: 'newSheet'; readonly sheet: string }
  | { readonly kind: 'slide' }
  | { readonly kind: 'firstSlide' }
  | { readonly kind: 'severalSlides'; readonly slides: number }
  /** The selected slide, or the first, had no room. */
  | { readonly kind: 'newSlides'; readonly slides: number };

export interface InsertResult {
  readonly count: number;
  readonly place: InsertPlace;
  /** The application cannot set links: the names are in the document without their addresses. */
  readonly unlinked?: true;
}

/** What of `Office` the inserting needs, so that a test can hand it in. */
export interface OfficeFacts {
  /** False: the document is open for reading only. */
  readonly writable: boolean;
  isSetSupported(name: string, version: string): boolean;
}
