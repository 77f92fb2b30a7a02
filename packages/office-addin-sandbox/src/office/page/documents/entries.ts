/** The content of a document as plain data, as `GET /__sandbox/document` returns it. */

export interface Link {
  readonly text: string;
  readonly address: string;
  /** `row,column` from 0 in a Word table; `B2` in a workbook. */
  readonly cell?: string;
}

export type Entry = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Returns the entries that have a kind. Content can come from outside, such as from a test. */
export function readEntries(content: readonly unknown[]): Entry[] {
  return content.filter(
    (entry): entry is Entry =>
      typeof entry === 'object' && entry !== null && typeof (entry as Entry).kind === 'string',
  );
}
