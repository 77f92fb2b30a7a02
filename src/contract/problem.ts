import { isProblemCode, type ProblemCode } from './catalogue.ts';

/** Media type of every error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** What is known of one problem beyond its code. Never a token, never another system's text. */
export interface ProblemFacts {
  /** For the details, for developers: which value, which check. */
  readonly detail?: string;
  /** HTTP status, where HTTP has a more exact one than the catalogue, such as 413. */
  readonly status?: number;
  readonly correlationId?: string;
  /** Claims challenge, plain JSON text, to be handed on unchanged. */
  readonly claims?: string;
  /** Seconds to wait before the next try. */
  readonly retryAfter?: number;
  /** Page on which an administrator consents for the whole organization. */
  readonly adminConsentUrl?: string;
  /** The Graph scopes that are missing. */
  readonly scopes?: readonly string[];
}

/** Body of an error answer: RFC 9457 with the extension members of this API. */
export interface ProblemBody extends ProblemFacts {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
}

/**
 * The one error that is thrown on purpose, in the pane and in the server.
 * Recognise it with `isProblem`: `instanceof` fails across frames and bundles.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
}

export function isProblem(error: unknown): error is ProblemError {
  return (
    typeof error === 'object' &&
    error !== null &&
    (error as { name?: unknown }).name === 'ProblemError' &&
    isProblemCode((error as { code?: unknown }).code)
  );
}
