import { type SourceId } from '../../contract/signIn.ts';

export { sourceIds, type SourceId } from '../../contract/signIn.ts';

/** An access token for the add-in's API. Kept in memory only. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970; 0: unknown, so the token is used for one job only. */
  readonly expiresAt: number;
  /** `oid@tid` from the token; null: unknown. Not verified, so use it only to notice a change of account. */
  readonly owner: string | null;
}

/** A token in its last minute could expire before it reaches the server. */
const MARGIN_MS = 60_000;

export function isUsable(token: Token, now: number): boolean {
  return token.expiresAt - MARGIN_MS > now;
}

/**
 * Reads expiry and owner from the token without validating it. Only the server validates tokens, so an unreadable one is
 * passed on.
 */
export function tokenFrom(jwt: string): Token {
  const { exp, oid, tid } = claimsOf(jwt);
  return {
    value: jwt,
    expiresAt: typeof exp === 'number' ? exp * 1000 : 0,
    owner: typeof oid === 'string' && typeof tid === 'string' ? `${oid}@${tid}` : null,
  };
}

function claimsOf(jwt: string): Record<string, unknown> {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return (JSON.parse(atob(payload)) ?? {}) as Record<string, unknown>;
  } catch {
    return {}; // Not a JWT.
  }
}

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

/** One way to get a token. Only sources use Office's sign-in and MSAL. */
export interface TokenSource {
  readonly id: SourceId;
  /** Returns whether this Office supports the source. */
  readonly available: () => boolean;
  /**
   * Settles within a time limit. An interactive call opens its window before it awaits anything, so that the browser
   * counts the user's click.
   * @throws ProblemError for every failure
   */
  readonly getToken: (request: TokenRequest, signal: AbortSignal) => Promise<Token>;
  /** Returns, once, a token that arrived after its request had timed out. */
  readonly takePendingToken?: () => Token | undefined;
}
