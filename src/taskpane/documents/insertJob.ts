import type { FileItem } from '../../contract/api.ts';

export type Application = 'word' | 'excel' | 'powerpoint' | 'outlook';

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
  readonly signal?: AbortSignal;
}

/** Where the files went, so that the pane can say it. */
export type InsertPlace =
  | { readonly kind: 'selection' }
  | { readonly kind: 'newSheet'; readonly sheet: string }
  | { readonly kind: 'slide' }
  | { readonly kind: 'firstSlide' }
  | { readonly kind: 'severalSlides'; readonly slides: number };

export interface InsertResult {
  readonly count: number;
  readonly place: InsertPlace;
}

/** What of `Office` the inserting needs, so that a test can hand it in. */
export interface OfficeFacts {
  /** False: the document is open for reading only. */
  readonly writable: boolean;
  isSetSupported(name: string, version: string): boolean;
}
