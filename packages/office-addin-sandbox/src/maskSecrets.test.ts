import { expect, it } from 'vitest';
import { maskSecrets } from './maskSecrets.ts';

it.each([
  ['token eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. end', 'token <token> end'],
  ['Authorization: Bearer abcdefgh12345', 'Authorization: Bearer <token>'],
  ['client_secret=s3cr3t-value&x=1', 'client_secret=<secret>&x=1'],
  ['{"refresh_token":"0.AAAA-bbbb"}', '{"refresh_token":"<secret>"}'],
  ['adele@contoso.example failed', '<address> failed'],
  ['Error: connect ECONNREFUSED 127.0.0.1:3000', 'Error: connect ECONNREFUSED 127.0.0.1:3000'],
])('masks %j', (text, masked) => {
  expect(maskSecrets(text)).toBe(masked);
});
