/** What Graph's error bodies say, in the forms of "Microsoft Graph error responses and resource types". */

export interface GraphError {
  /**
   * Every code of the error, the most general first: `code`, then those of the nested `innerError` objects, which are
   * more precise. Those of `details` come before them.
   */
  readonly codes: readonly string[];
  /** For developers, may change at any time and may be translated: decides only where Graph has no code. */
  readonly message: string;
}

/** Deeper nesting is not followed. */
const MAX_DEPTH = 8;

export function readGraphError(body: unknown): GraphError {
  const error = member(body, 'error');
  if (typeof error === 'string') return { codes: [error], message: '' };
  const details = member(error, 'details');
  const codes: unknown[] = Array.isArray(details) ? details.map((detail) => member(detail, 'code')) : [];
  let level: unknown = error;
  for (let depth = 0; depth < MAX_DEPTH && level !== undefined; depth += 1) {
    codes.push(member(level, 'code'));
    // Services behind Graph write innerError, innererror and InnerError.
    level = member(level, 'innererror');
  }
  const message = member(error, 'message');
  return {
    codes: codes.filter((code) => typeof code === 'string'),
    message: typeof message === 'string' ? message : '',
  };
}

/** @param name in lower case; members are compared in any letter case */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}
