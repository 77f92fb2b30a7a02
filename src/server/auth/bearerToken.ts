import { z } from 'zod';
import { ProblemError } from '../../contract/problem.ts';
import { MAX_HEADER_BYTES } from '../limits.ts';

/** Reads a Bearer token and refuses what can be refused without a key. */

const KILOBYTES = MAX_HEADER_BYTES / 1024;

/** Source: Microsoft's page "Configure group claims for applications", section on the limits of tokens. */
const ADVICE =
  'Most often group claims make a token this large: in the app registration, under Token configuration, ' +
  'emit only the groups assigned to the application, or none, and remove optional claims that are not needed.';

/** Detail for a request that Node's parser refuses: the server cannot know which header it was. */
export const HEADERS_TOO_LARGE = `The request headers are larger than ${KILOBYTES} kB. The access token is usually the largest of them. ${ADVICE}`;

/**
 * Returns the token in an Authorization header (RFC 6750 2.1; the scheme is case-insensitive by RFC 9110 11.1).
 * @throws ProblemError token_missing (no header, another scheme) or token_malformed
 */
export function readBearer(header: string | undefined): string {
  // By position: a pattern would search thousands of characters for more spaces, on every request.
  const text = (header ?? '').trim();
  const end = text.indexOf(' ');
  const scheme = end < 0 ? text : text.slice(0, end);
  if (scheme.toLowerCase() !== 'bearer') {
    throw new ProblemError('token_missing', {
      detail: header === undefined ? 'No Authorization header.' : 'The scheme is not Bearer.',
    });
  }
  const token = end < 0 ? '' : text.slice(end).trimStart();
  if (token === '') throw new ProblemError('token_missing', { detail: 'There is no token after Bearer.' });
  // Node has refused larger headers already; this limits the work for any other caller.
  if (token.length > MAX_HEADER_BYTES) {
    const size = Math.ceil(token.length / 1024);
    throw malformed(
      `The token has ${size} kB; the limit is ${KILOBYTES} kB for all headers together. ${ADVICE}`,
    );
  }
  return token;
}

const record = z.record(z.string(), z.unknown());

export interface TokenParts {
  readonly kid: string;
  /** Not verified yet: use them only to refuse. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Decodes a token. The algorithm is fixed: a header that chooses it is how tokens are forged (RFC 8725 2.1, 3.1).
 * @throws ProblemError token_malformed or token_invalid
 */
export function readTokenParts(token: string): TokenParts {
  if (!COMPACT.test(token)) throw malformed('Not three parts of base64url.');
  const [first = '', second = ''] = token.split('.');
  const head = record.safeParse(decode(first));
  if (!head.success) throw malformed('The header is not a JSON object.');
  const claims = record.safeParse(decode(second));
  if (!claims.success) throw malformed('The payload is not a JSON object.');
  const { alg, kid, crit } = head.data;
  if (alg !== 'RS256') throw invalid('alg is not RS256.');
  if (crit !== undefined) throw invalid('The header has crit.');
  if (typeof kid !== 'string' || kid === '' || kid.length > 256) throw invalid('The header has no kid.');
  return { kid, claims: claims.data };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined; // The caller says which part it was.
  }
}

const malformed = (detail: string) => new ProblemError('token_malformed', { detail });
const invalid = (detail: string) => new ProblemError('token_invalid', { detail });
