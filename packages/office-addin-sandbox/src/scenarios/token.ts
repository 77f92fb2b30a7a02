import { inGroup } from './namedScenario.ts';

const HOUR = 3600;

/** Tokens that the server has to reject, or accept although they are unusual. */
export const tokenScenarios = inGroup('token', [
  {
    id: 'sso-expired-token',
    title: "Office's token has expired",
    source: 'Office returns an expired token from its cache.',
    expected: 'Gets a new token and retries once.',
    code: 'token_expired',
    recovers: true,
    scenario: { getAccessToken: [{ token: { iat: -2 * HOUR, nbf: -2 * HOUR, exp: -HOUR } }, 'ok'] },
  },
  {
    id: 'sso-expired-token-always',
    title: 'Every token from Office has expired',
    source: "A machine's clock is wrong.",
    expected: 'Retries once, then shows that the session has expired.',
    code: 'token_expired',
    recovers: false,
    scenario: { getAccessToken: [{ token: { iat: -2 * HOUR, nbf: -2 * HOUR, exp: -HOUR } }] },
  },
  {
    id: 'token-malformed',
    title: "The token isn't a JWT",
    source: "Office returned something that isn't a token.",
    expected: "Shows that the sign-in wasn't accepted.",
    code: 'token_malformed',
    recovers: false,
    scenario: { getAccessToken: [{ token: { raw: 'not-a-token' } }] },
  },
  {
    id: 'token-unsigned',
    title: 'The token has no signature',
    source: 'Forged: the header contains alg none.',
    expected: "Shows that the sign-in wasn't accepted; reads no data.",
    code: 'token_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { alg: 'none' } }] },
  },
  {
    id: 'token-forged',
    title: 'The token is signed with the public key',
    source: 'Forged: HS256 with the public key as the secret.',
    expected: "Shows that the sign-in wasn't accepted; reads no data.",
    code: 'token_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { alg: 'HS256' } }] },
  },
  {
    id: 'token-wrong-audience',
    title: 'The token is for another API',
    source: "The Application ID URI and CLIENT_ID don't match.",
    expected: "Shows that the sign-in wasn't accepted.",
    code: 'token_invalid',
    recovers: false,
    scenario: {
      getAccessToken: [{ token: { aud: 'api://another.example/5a5d0b0c-0000-4000-8000-000000000002' } }],
    },
  },
  {
    id: 'token-without-scope',
    title: 'The token lacks access_as_user',
    source: "The registration doesn't expose the scope.",
    expected: 'Shows that the add-in is misconfigured.',
    code: 'scope_missing',
    recovers: false,
    scenario: { getAccessToken: [{ token: { scp: 'something_else' } }] },
  },
  {
    id: 'token-v1',
    title: 'A version 1.0 token',
    source:
      'Registrations without requestedAccessTokenVersion 2: the audience is the Application ID URI, the issuer sts.windows.net.',
    expected: 'Shows the files.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: { ver: '1.0' } }] },
  },
  {
    id: 'token-own-key',
    title: 'The token is signed with an application-specific key',
    source: 'Claims mapping or SAML gives the application its own signing key: keys?appid=<client id>.',
    expected: 'Shows the files.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: { ownKey: true } }] },
  },
  {
    id: 'token-many-groups',
    title: 'The token contains 199 groups',
    source: 'A token of 12 kB: group claims and a custom claim.',
    expected: 'Shows the files.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: { groups: groups(199), department: 'x'.repeat(4_000) } }] },
  },
  {
    id: 'token-too-large',
    title: 'The token is too large for the server',
    source: 'Group claims: more than 32 kB of headers, status 431.',
    expected: 'Shows a message; the details name the size and the group claims.',
    code: 'request_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { groups: groups(600) } }] },
  },
  {
    id: 'token-senseless-times',
    title: 'The token expires in the year 57000',
    source: 'exp in milliseconds instead of seconds.',
    expected: "Shows that the sign-in wasn't accepted; reads no data.",
    code: 'token_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { exp: 1_736_000_000_000 } }] },
  },
]);

/** Object ids, as in the groups claim. */
function groups(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `9707b500-0000-4000-8000-${String(i).padStart(12, '0')}`);
}
