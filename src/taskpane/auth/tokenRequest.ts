/** The token sources, in the order in which the pane tries them. */
export const sourceIds = ['office', 'nested', 'dialog'] as const;
export type SourceId = (typeof sourceIds)[number];

/** What started the job: the pane without a click, such as when it opens, or an action of the user. */
export type Trigger = 'launch' | 'action';

/** A request to one token source. */
export interface TokenRequest {
  readonly source: SourceId;
  /** `silent`: the source must not show anything. `interactive`: it may show prompts and windows. */
  readonly mode: 'silent' | 'interactive';
  /** Claims challenge, as plain JSON text. */
  readonly claims?: string;
  /** Bypasses the source's cache, because its token was just rejected. */
  readonly fresh?: true;
  /** Asks the user to consent to the Graph scopes. */
  readonly consent?: true;
  /** Lets the user choose the account, even if one is signed in. */
  readonly chooseAccount?: true;
}

/** Returns whether the request opens a browser window. Office shows its own prompt instead. */
export function needsWindow(request: TokenRequest): boolean {
  return request.mode === 'interactive' && request.source !== 'office';
}
