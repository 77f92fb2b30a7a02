/** Reads Graph's error bodies, as described in "Microsoft Graph error responses and resource types". */

export interface GraphError {
  /**
   * All codes of the error, from general to precise: those of `details`, then `code`, then those of the nested
   * `innerError` objects.
   */
  readonly codes: readonly string[];
  /** Can change at any time and may be translated, so code depends on it only where Graph has no code. */
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
    // Services behind Graph use innerError, innererror and InnerError.
    level = member(level, 'innererror');
  }
  const message = member(error, 'message');
  return {
    codes: codes.filter((code) => typeof code === 'string'),
    message: typeof message === 'string' ? message : '',
  };
}

/** Returns a member, ignoring case. @param name in lower case */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}
