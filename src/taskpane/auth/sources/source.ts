import type { TokenRequest, SourceId } from '../tokenRequest.ts';
import type { Token } from '../token.ts';

/** One way to get a token. The only places that touch Office's sign-in and MSAL. */
export interface TokenSource {
  readonly id: SourceId;
  /** Whether this Office offers it at all. */
  readonly available: () => boolean;
  /**
   * @throws ProblemError of the catalogue, for every way in which it can fail, within a time limit.
   * An interactive call opens its window before it awaits anything, so that the user's click still counts.
   */
  readonly getToken: (request: TokenRequest, signal: AbortSignal) => Promise<Token>;
  /** Returns a token that arrived after its request timed out, once. */
  readonly takePendingToken?: () => Token | undefined;
}
