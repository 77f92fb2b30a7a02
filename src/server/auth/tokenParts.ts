import { z } from 'zod';
import { ProblemError } from '../../contract/problem.ts';

const header = z.record(z.string(), z.unknown());
const payload = z.record(z.string(), z.unknown());

export interface TokenParts {
  readonly kid: string;
  /** Not yet verified: good for refusing only. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Takes a token apart and refuses what can be refused without a key. The algorithm is fixed, because a header
 * that chooses it is how tokens are forged (RFC 8725 2.1, 3.1).
 * @throws ProblemError token_malformed or token_invalid
 */
export function readTokenParts(token: string): TokenParts {
  if (!COMPACT.test(token)) throw malformed('Not three parts of base64url.');
  const [first = '', second = ''] = token.split('.');
  const head = header.safeParse(decode(first));
  if (!head.success) throw malformed('The header is not a JSON object.');
  const claims = payload.safeParse(decode(second));
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
