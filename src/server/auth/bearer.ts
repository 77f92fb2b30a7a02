import { ProblemError } from '../../contract/problem.ts';

/** Office's tokens are 1 to 3 kB; with many groups in them, 8. Node takes 16 kB of headers. */
export const MAX_TOKEN_LENGTH = 12_288;

/**
 * The token in an Authorization header (RFC 6750 2.1; the scheme is case-insensitive by RFC 9110 11.1).
 * @throws ProblemError token_missing (no header, another scheme) or token_malformed
 */
export function readBearer(header: string | undefined): string {
  const [scheme = '', ...rest] = (header ?? '').trim().split(/ +/);
  if (scheme.toLowerCase() !== 'bearer') {
    throw new ProblemError('token_missing', {
      detail: header === undefined ? 'No Authorization header.' : 'The scheme is not Bearer.',
    });
  }
  const token = rest.join(' ');
  if (token === '') throw new ProblemError('token_missing', { detail: 'Nothing stands after Bearer.' });
  if (token.length > MAX_TOKEN_LENGTH) throw new ProblemError('token_malformed', { detail: 'Too long.' });
  return token;
}
