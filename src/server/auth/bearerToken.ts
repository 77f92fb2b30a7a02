import { z } from 'zod';
import { ProblemError } from '../../contract/problem.ts';
import { MAX_HEADER_BYTES } from '../limits.ts';

/** Reads a Bearer token, and rejects what can be rejected without a key. */

const KILOBYTES = MAX_HEADER_BYTES / 1024;

/** Source: Microsoft's page "Configure group claims for applications", section on the limits of tokens. */
const ADVICE =
  'Usually group claims make a token this large. In the app registration, under Token configuration, ' +
  'emit only the groups assigned to the application, or none, and remove optional claims that are not needed.';

/** Detail for a request that Node's parser rejects, which does not tell which header was too large. */
export const HEADERS_TOO_LARGE = `The request headers are larger than ${KILOBYTES} kB. The largest one is usually the access token. ${ADVICE}`;

/**
 * Returns the token in an Authorization header (RFC 6750 2.1; the scheme is case-insensitive by RFC 9110 11.1).
 * @throws ProblemError token_missing (no header, another scheme) or token_malformed
 */
export function readBearer(header: string | undefined): string {
  // Uses indexOf: a regular expression would scan thousands of characters on every request.
  const text = (header ?? '').trim();
  const end = text.indexOf(' ');
  const scheme = end < 0 ? text : text.slice(0, end);
  if (scheme.toLowerCase() !== 'bearer') {
    throw new ProblemError('token_missing', {
      detail:
        header === undefined
          ? 'The request has no Authorization header.'
          : 'The scheme of the Authorization header is not Bearer.',
    });
  }
  const token = end < 0 ? '' : text.slice(end).trimStart();
  if (token === '')
    throw new ProblemError('token_missing', {
      detail: 'The Authorization header has no token after "Bearer".',
    });
  // Node has already rejected larger headers; this bounds the work on other HTTP servers.
  if (token.length > MAX_HEADER_BYTES) {
    const size = Math.ceil(token.length / 1024);
    throw malformed(
      `The token is ${size} kB; all request headers together are limited to ${KILOBYTES} kB. ${ADVICE}`,
    );
  }
  return token;
}

const record = z.record(z.string(), z.unknown());

export interface TokenParts {
  readonly kid: string;
  /** Not verified yet: use them only to reject the token. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Decodes a token. Accepts only RS256: letting the header choose the algorithm allows forgery (RFC 8725 2.1, 3.1).
 * @throws ProblemError token_malformed or token_invalid
 */
export function readTokenParts(token: string): TokenParts {
  if (!COMPACT.test(token)) throw malformed('The token does not consist of three base64url parts.');
  const [first = '', second = ''] = token.split('.');
  const head = record.safeParse(decode(first));
  if (!head.success) throw malformed("The token's header is not a JSON object.");
  const claims = record.safeParse(decode(second));
  if (!claims.success) throw malformed("The token's payload is not a JSON object.");
  const { alg, kid, crit } = head.data;
  if (alg !== 'RS256') throw invalid('alg is not RS256.');
  if (crit !== undefined) throw invalid('The header contains crit.');
  if (typeof kid !== 'string' || kid === '' || kid.length > 256) throw invalid('The header has no kid.');
  return { kid, claims: claims.data };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined; // The caller reports which part it was.
  }
}

const malformed = (detail: string) => new ProblemError('token_malformed', { detail });
const invalid = (detail: string) => new ProblemError('token_invalid', { detail });
