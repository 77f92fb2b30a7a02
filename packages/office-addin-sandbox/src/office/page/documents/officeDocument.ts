import type { HostObject } from '../rich/hostObject.ts';

/** A document of one of the four applications: a model over plain entries, and how it looks. */
export interface OfficeDocument {
  /** Root of the object model for the rich API; none in Outlook. */
  readonly root?: HostObject;
  /** Everything that stands in it, ready to be sent as JSON. */
  content(): readonly unknown[];
  /** What is seen of it beyond the content, such as the chosen sheet: a change of it is drawn too. */
  viewState?(): string;
  /** Replaces everything. */
  load(content: readonly unknown[]): void;
  /**
   * The common API's `setSelectedDataAsync`. Returns the error number, 0 for success.
   * @param coercion text, html, matrix, table, ...
   */
  setSelectedData(coercion: string, data: unknown): number;
  /** Draws the document; called after every change. */
  render(into: HTMLElement): void;
}

/** OSF error codes of the common API. */
export const commonError = {
  none: 0,
  coercionNotSupported: 1000,
  dataNotMatching: 2010,
  unsupported: 5000,
} as const;
