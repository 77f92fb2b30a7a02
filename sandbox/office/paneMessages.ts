/** What the prelude inside the pane and the host page say to each other, beside office.js's own messages. */

export interface PaneFacts {
  readonly popups: 'allow' | 'block' | 'ignore';
  /** Whether the pane has a bridge for nested app authentication. */
  readonly nestedAppAuth: boolean;
  /** Of Office; null: it tells none, and the add-in goes by the system. */
  readonly theme: 'light' | 'dark' | null;
}

/** Name of the member that carries the facts in the iframe's name. */
export const factsMember = 'sandboxFacts';

export type ToPane =
  | { readonly sandbox: 'facts'; readonly facts: PaneFacts }
  | { readonly sandbox: 'nested'; readonly text: string };

export type FromPane =
  | { readonly sandbox: 'nested'; readonly text: string }
  /** `code`: null when a dialog is asked for, 0 when it opened, else an error or event number. */
  | { readonly sandbox: 'dialog'; readonly url: string; readonly code: number | null };

export function isOurs(data: unknown): data is { readonly sandbox: string } {
  return typeof data === 'object' && data !== null && 'sandbox' in data && typeof data.sandbox === 'string';
}
