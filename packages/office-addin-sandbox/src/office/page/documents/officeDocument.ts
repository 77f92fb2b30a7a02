import type { ApiObject } from '../rich/apiObject.ts';
import type { EventQueue } from '../rich/eventQueue.ts';

/** An open document: model and view. */
export interface OfficeDocument {
  /** Root of the object model; undefined in Outlook. */
  readonly root?: ApiObject;
  /** Events of the object model, and of the selection. */
  readonly events?: EventQueue;
  /** Returns the content as plain data. */
  content(): readonly unknown[];
  /** Returns what the view depends on besides the content, such as the active sheet. The document is redrawn if it changes. */
  viewState?(): string;
  /** Returns what the user or the add-in has selected. Add-ins get an event when it changes. */
  selectionState?(): string;
  /** Replaces the content. */
  load(content: readonly unknown[]): void;
  /**
   * Handles `setSelectedDataAsync` of the Common API. Returns the error number; 0: success.
   * @param coercion text, html, matrix, table, ...
   */
  setSelectedData(coercion: string, data: unknown): number;
  /** Handles `getSelectedDataAsync`. Returns undefined for a coercion type that the sandbox lacks. */
  selectedData(coercion: string): unknown;
  /** Draws the document. Called after every change. */
  render(into: HTMLElement): void;
}

/** OSF error codes of the Common API. */
export const commonError = {
  none: 0,
  coercionNotSupported: 1000,
  dataNotMatching: 2010,
  unsupported: 5000,
} as const;
