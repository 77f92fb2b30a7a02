import type { FileItem } from '../../contract/api.ts';
import type { Application, InsertFormat } from '../../contract/preferences.ts';

export type { Application, InsertFormat };

/** Words and formats in the language of the pane; what goes into the document is plain text. */
export interface InsertLabels {
  readonly name: string;
  readonly changed: string;
  readonly size: string;
  /** Empty for null. @param iso ISO 8601, UTC */
  formatDate(iso: string | null): string;
  formatSize(bytes: number | null): string;
}

export interface InsertJob {
  readonly files: readonly FileItem[];
  readonly labels: InsertLabels;
  /** Left out: the application's usual one, the first of `formatsOf`. */
  readonly format?: InsertFormat;
  readonly signal?: AbortSignal;
  /** How many files stand in the document. */
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

/** Where the files went, so that the pane can say it. */
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
