import type { ScenarioInput } from '../scenario.ts';
import { inGroup, type ScenarioRow } from './namedScenario.ts';

type GraphAnswers = NonNullable<ScenarioInput['graph']>;

/** Always the same answer of Graph. */
function graph(
  id: string,
  answer: GraphAnswers[number],
  code: string,
  texts: { readonly title: string; readonly source: string; readonly expected: string },
): ScenarioRow {
  return { id, ...texts, code, recovers: false, scenario: { graph: [answer] } };
}

/** What Microsoft Graph answers. */
export const graphScenarios = inGroup('graph', [
  graph('graph-401', 401, 'graph_token_rejected', {
    title: 'Graph refuses the token, also a new one',
    source: '401 InvalidAuthenticationToken.',
    expected: 'The server exchanges anew once, the pane gets a fresh token once, then it says so.',
  }),
  {
    id: 'graph-401-once',
    title: 'Graph has revoked the cached token',
    source: '401 once; the refused token stays refused, a new one is good.',
    expected: 'The server drops the token and exchanges anew; nobody notices.',
    code: 'graph_token_rejected',
    recovers: true,
    scenario: { graph: [401, 'ok'] },
  },
  {
    id: 'graph-cae',
    title: 'The session was revoked a moment ago',
    source: 'Continuous access evaluation: 401 insufficient_claims until a token meets the claims.',
    expected: 'The claims are handed on and the request is repeated once.',
    code: 'claims_challenge',
    recovers: true,
    scenario: { graph: ['cae'] },
  },
  {
    id: 'graph-cae-interaction',
    title: 'The session was revoked, and the user has to prove more',
    source: 'Continuous access evaluation; the exchange with the claims is refused with AADSTS50076.',
    expected: 'Hands the claims to Office and repeats once.',
    code: 'claims_challenge',
    recovers: true,
    scenario: {
      graph: ['cae'],
      obo: [
        'ok',
        { aadsts: 50076, claims: { access_token: { acrs: { essential: true, value: 'c1' } } } },
        'ok',
      ],
    },
  },
  graph('graph-audience', 'audience', 'audience_invalid', {
    title: 'The Graph token is meant for another service',
    source: '401 InvalidAuthenticationToken, invalid audience.',
    expected: 'A friendly message; the developer reads that GRAPH_ENDPOINT and SCOPE do not fit.',
  }),
  graph('graph-403', 403, 'access_denied', {
    title: 'Graph denies the access',
    source: '403 accessDenied.',
    expected: 'Says so; another account may help.',
  }),
  graph('graph-404', 404, 'not_found', {
    title: 'Graph does not find it',
    source: '404 itemNotFound.',
    expected: 'Says so, with Retry.',
  }),
  {
    id: 'graph-throttled',
    title: 'Graph is throttling',
    source: '429 with Retry-After of five seconds, once.',
    expected: 'Counts down, then repeats.',
    code: 'throttled',
    recovers: true,
    scenario: { graph: [{ status: 429, retryAfter: 5 }, 'ok'] },
  },
  {
    id: 'graph-throttled-always',
    title: 'Graph is throttling and does not stop',
    source: '429 with Retry-After of five seconds, each time.',
    expected: 'Counts down once, repeats, then says so.',
    code: 'throttled',
    recovers: false,
    scenario: { graph: [{ status: 429, retryAfter: 5 }] },
  },
  graph('graph-503', 503, 'graph_unavailable', {
    title: 'Graph is down',
    source: '503, however often it is asked.',
    expected: 'A message with Retry; nothing is lost.',
  }),
  graph('graph-hang', 'hang', 'graph_timeout', {
    title: 'Graph does not answer',
    source: 'The connection stands, nothing comes.',
    expected: 'Ends the wait at its limit; a message with Retry.',
  }),
  graph('graph-reset', 'reset', 'graph_unavailable', {
    title: 'The connection to Graph breaks',
    source: 'Reset, however often it is tried.',
    expected: 'A message with Retry; nothing is lost.',
  }),
  graph('graph-html', 'html', 'graph_error', {
    title: 'A proxy answers in the place of Graph',
    source: '200 with a page in HTML.',
    expected: 'A message with Retry.',
  }),
  {
    id: 'graph-no-drive',
    title: 'The user has no OneDrive',
    source: '404 ResourceNotFound: the site of the user was never made, or there is no licence.',
    expected: 'An empty state that says so.',
    code: 'no_drive',
    recovers: false,
    scenario: { user: 'megan' },
  },
  {
    id: 'graph-guest',
    title: 'A guest of the organization has no OneDrive there',
    source: 'The profile is readable; the drive answers 401 unauthenticated, "Role Claim does not exist".',
    expected: 'Says that access is denied; another account may help. No second sign-in.',
    code: 'access_denied',
    recovers: false,
    scenario: { user: 'noor' },
  },
]);
