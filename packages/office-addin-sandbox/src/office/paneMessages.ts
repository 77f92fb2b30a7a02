import type { Scenario } from '../scenario.ts';
import type { ScriptedInPane } from '../scriptedInPane.ts';

/** Messages between the prelude in the pane and the host page, in addition to those of office.js. */

export interface PaneConfig {
  readonly popups: Scenario['popups'];
  /** How the pane gets the bridge for nested app authentication. */
  readonly nestedAppAuth: BridgeKind;
  /** Whether office.js has `Office.auth.getAuthContext`. */
  readonly authContext: boolean;
  /** False on phones and for handlers of launch events, which can't open dialogs. */
  readonly dialogs: boolean;
  readonly blocksCookies: boolean;
  readonly offline: boolean;
  /** Kinds of calls for which the sandbox determines the answer. */
  readonly scripted: readonly ScriptedInPane[];
  /** Duration of timers of a minute or more, in milliseconds; null: unchanged. */
  readonly longWaitsMs: number | null;
  /** What `Office.context.platform` is; null: Office on the web. */
  readonly platform: 'iOS' | 'Android' | null;
  /** Office's theme; null: not reported to the add-in. */
  readonly theme: 'light' | 'dark' | null;
}

/** `bridge`: available immediately. `hook…`: MSAL.js calls a hook, which adds the bridge or fails in one of three ways. */
export type BridgeKind = 'none' | 'bridge' | 'hook' | 'hook-empty' | 'hook-rejects' | 'hook-hangs';

/** Member of the iframe's name that contains the configuration. */
export const configMember = 'sandboxConfig';

export type ToPane =
  | { readonly sandbox: 'config'; readonly config: PaneConfig }
  | { readonly sandbox: 'nested'; readonly text: string }
  /** The add-in uses something that the sandbox lacks. */
  | { readonly sandbox: 'absent'; readonly text: string }
  | { readonly sandbox: 'answer'; readonly id: number; readonly answer: unknown };

export type FromPane =
  | { readonly sandbox: 'nested'; readonly text: string }
  /** `code`: null: requested, 0: opened, otherwise an error or event number. */
  | { readonly sandbox: 'dialog'; readonly url: string; readonly code: number | null }
  /** Requests the scenario's answer to a call. `what` is for the log. */
  | { readonly sandbox: 'ask'; readonly id: number; readonly kind: ScriptedInPane; readonly what: string };

export function isSandboxMessage(data: unknown): data is { readonly sandbox: string } {
  return typeof data === 'object' && data !== null && 'sandbox' in data && typeof data.sandbox === 'string';
}
