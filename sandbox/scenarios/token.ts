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
]);
