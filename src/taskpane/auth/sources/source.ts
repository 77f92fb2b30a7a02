import type { TokenRequest, SourceId } from '../tokenRequest.ts';
import type { Token } from '../token.ts';

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
