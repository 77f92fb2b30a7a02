import { inGroup } from './namedScenario.ts';

const HOUR = 3600;

/** What the server meets in the token itself. */
export const tokenScenarios = inGroup('token', [
  {
    id: 'sso-expired-token',
    title: "Office's token has expired",
    source: 'Office hands out a token from its cache whose time is over.',
    expected: 'Gets a fresh token and repeats once.',
    code: 'token_expired',
    recovers: true,
    scenario: { getAccessToken: [{ token: { iat: -2 * HOUR, nbf: -2 * HOUR, exp: -HOUR } }, 'ok'] },
  },
  {
    id: 'sso-expired-token-always',
    title: "Office's token has expired, also the fresh one",
    source: 'The clock of a machine is wrong.',
    expected: 'Repeats once, then says that the session has expired.',
    code: 'token_expired',
    recovers: false,
    scenario: { getAccessToken: [{ token: { iat: -2 * HOUR, nbf: -2 * HOUR, exp: -HOUR } }] },
  },
  {
    id: 'token-malformed',
    title: 'The token is not a JWT',
    source: 'Whatever Office handed out, it is not a token.',
    expected: 'A clear message.',
    code: 'token_malformed',
    recovers: false,
    scenario: { getAccessToken: [{ token: { raw: 'not-a-token' } }] },
  },
  {
    id: 'token-unsigned',
    title: 'The token has no signature',
    source: 'A forgery: the header says alg none.',
    expected: 'A clear message; nothing is read with it.',
    code: 'token_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { alg: 'none' } }] },
  },
  {
    id: 'token-forged',
    title: 'The token is signed with the public key',
    source: 'A forgery: HS256, the public key as its secret.',
    expected: 'A clear message; nothing is read with it.',
    code: 'token_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { alg: 'HS256' } }] },
  },
  {
    id: 'token-wrong-audience',
    title: 'The token is meant for another API',
    source: 'The App ID URI and CLIENT_ID do not belong together.',
    expected: 'A clear message.',
    code: 'token_invalid',
    recovers: false,
    scenario: {
      getAccessToken: [{ token: { aud: 'api://another.example/5a5d0b0c-0000-4000-8000-000000000002' } }],
    },
  },
  {
    id: 'token-without-scope',
    title: 'The token lacks access_as_user',
    source: 'The scope is not exposed in the registration.',
    expected: 'Says that the add-in is misconfigured.',
    code: 'scope_missing',
    recovers: false,
    scenario: { getAccessToken: [{ token: { scp: 'something_else' } }] },
  },
  {
    id: 'token-v1',
    title: 'A token of version 1.0',
    source:
      'Registrations without requestedAccessTokenVersion 2: audience is the App ID URI, issuer sts.windows.net.',
    expected: 'Works like any other.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: { ver: '1.0' } }] },
  },
  {
    id: 'token-own-key',
    title: 'The key of the token is published for this application only',
    source: 'Claims mapping or SAML gives the application its own signing key: keys?appid=<client id>.',
    expected: 'Works like any other.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: { ownKey: true } }] },
  },
  {
    id: 'token-many-groups',
    title: 'The token names 199 groups',
    source: 'Group claims: 12 kB of token, and a custom claim on top.',
    expected: 'Works like any other.',
    code: null,
    recovers: true,
    scenario: { getAccessToken: [{ token: { groups: groups(199), department: 'x'.repeat(4_000) } }] },
  },
  {
    id: 'token-too-large',
    title: 'The token is larger than the server reads',
    source: 'Group claims and custom claims: more than 32 kB of headers, status 431.',
    expected: 'A clear message; the details name the size and the group claims.',
    code: 'request_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { groups: groups(600) } }] },
  },
  {
    id: 'token-senseless-times',
    title: 'The token expires in the year 57000',
    source: 'exp in milliseconds instead of seconds.',
    expected: 'A clear message; nothing is read with it.',
    code: 'token_invalid',
    recovers: false,
    scenario: { getAccessToken: [{ token: { exp: 1_736_000_000_000 } }] },
  },
]);

/** Ids of groups as they stand in a token. */
function groups(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `9707b500-0000-4000-8000-${String(i).padStart(12, '0')}`);
}
