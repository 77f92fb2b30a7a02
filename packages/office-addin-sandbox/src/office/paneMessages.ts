import type { Scenario } from '../scenario.ts';
import type { ScriptedInPane } from '../scriptedInPane.ts';

/** What the prelude inside the pane and the host page say to each other, beside office.js's own messages. */

export interface PaneFacts {
  readonly popups: Scenario['popups'];
  /** How the pane gets a bridge for nested app authentication. */
  readonly nestedAppAuth: BridgeKind;
  readonly offline: boolean;
  /** For these the sandbox has to be asked; everything else goes its usual way. */
  readonly scripted: readonly ScriptedInPane[];
  /** How long timers of a minute or more take, in milliseconds; null: as long as they say. */
  readonly longWaitsMs: number | null;
  /** Of Office; null: it tells none, and the add-in goes by the system. */
  readonly theme: 'light' | 'dark' | null;
}

/** `bridge`: at once. The others: MSAL.js finds a hook, which brings the bridge, or fails in one of three ways. */
export type BridgeKind = 'none' | 'bridge' | 'hook' | 'hook-empty' | 'hook-rejects' | 'hook-hangs';

/** Name of the member that carries the facts in the iframe's name. */
export const factsMember = 'sandboxFacts';

export type ToPane =
  | { readonly sandbox: 'facts'; readonly facts: PaneFacts }
  | { readonly sandbox: 'nested'; readonly text: string }
  | { readonly sandbox: 'answer'; readonly id: number; readonly answer: unknown };

export type FromPane =
  | { readonly sandbox: 'nested'; readonly text: string }
  /** `code`: null when a dialog is asked for, 0 when it opened, else an error or event number. */
  | { readonly sandbox: 'dialog'; readonly url: string; readonly code: number | null }
  /** What does the scenario say to this call? `what` is for the log. */
  | { readonly sandbox: 'ask'; readonly id: number; readonly kind: ScriptedInPane; readonly what: string };

export function isOurs(data: unknown): data is { readonly sandbox: string } {
  return typeof data === 'object' && data !== null && 'sandbox' in data && typeof data.sandbox === 'string';
}
