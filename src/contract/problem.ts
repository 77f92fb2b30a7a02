import { isProblemCode, type ProblemCode } from './catalogue.ts';

/** Media type of every error response (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Details of one problem in addition to its code. Never a token, never text from another system. */
export interface ProblemFacts {
  /** For developers: which value or check failed. */
  readonly detail?: string;
  /** HTTP status where a more specific one exists than in the catalogue, such as 413. */
  readonly status?: number;
  readonly correlationId?: string;
  /** Claims challenge, plain JSON text, passed on unchanged. */
  readonly claims?: string;
  /** Seconds to wait before the next attempt. */
  readonly retryAfter?: number;
  /** Page where an administrator can consent for the whole organization. */
  readonly adminConsentUrl?: string;
  /** The missing Graph scopes. */
  readonly scopes?: readonly string[];
}

/** Body of an error response: RFC 9457 with this API's extension members. */
export interface ProblemBody extends ProblemFacts {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
}

/**
 * The base error of pane and server: every expected failure is one of its codes.
 * Check for it with `isProblem`: `instanceof` fails across frames and bundles.
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
