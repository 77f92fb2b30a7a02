/** The ways to get a token, in the order in which they are tried. */
export const sourceIds = ['office', 'nested', 'dialog'] as const;
export type SourceId = (typeof sourceIds)[number];

/** Who began: the pane itself when it was opened, or a click of the user. */
export type Trigger = 'launch' | 'action';

/** One request to one source of tokens. */
export interface TokenRequest {
  readonly source: SourceId;
  /** `silent`: nothing may be shown. `interactive`: the source may show what it needs. */
  readonly mode: 'silent' | 'interactive';
  /** Claims challenge to be met, plain JSON text. */
  readonly claims?: string;
  /** A token from the source's cache is of no use: the one from there has just been refused. */
  readonly fresh?: true;
  /** The user is to be asked for consent to the Graph scopes. */
  readonly consent?: true;
  /** The user is to choose the account, even when one is signed in. */
  readonly chooseAccount?: true;
}

/** Nested app auth and the dialog open a window to interact; Office shows its own prompt. */
export function needsWindow(request: TokenRequest): boolean {
  return request.mode === 'interactive' && request.source !== 'office';
}
