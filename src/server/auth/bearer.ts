import { ProblemError } from '../../contract/problem.ts';
import { MAX_HEADER_BYTES } from '../limits.ts';
import { tokenTooLarge } from './tokenSize.ts';

/**
 * Returns the token in an Authorization header (RFC 6750 2.1; the scheme is case-insensitive by RFC 9110 11.1).
 * @throws ProblemError token_missing (no header, another scheme) or token_malformed
 */
export function readBearer(header: string | undefined): string {
  // By position: a pattern would search thousands of characters for further spaces, with every request.
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
  // Node has refused larger headers already; this bounds the work for any other caller.
  if (token.length > MAX_HEADER_BYTES) {
    throw new ProblemError('token_malformed', { detail: tokenTooLarge(token.length) });
  }
  return token;
}
