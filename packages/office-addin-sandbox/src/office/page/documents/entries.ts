/** What stands in a document, as plain data: the answer of `GET /__sandbox/document`. */

export interface Link {
  readonly text: string;
  readonly address: string;
  /** `row,column` from 0 in a Word table; `B2` in a workbook. */
  readonly cell?: string;
}

export type Entry = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Entries may come back from outside (a reset, a test): only what has a kind is taken. */
export function readEntries(content: readonly unknown[]): Entry[] {
  return content.filter(
    (entry): entry is Entry =>
      typeof entry === 'object' && entry !== null && typeof (entry as Entry).kind === 'string',
  );
}
