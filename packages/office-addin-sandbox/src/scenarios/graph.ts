import type { ScenarioInput } from '../scenario.ts';
import { inGroup, type ScenarioRow } from './namedScenario.ts';

type GraphAnswers = NonNullable<ScenarioInput['graph']>;

/** Graph returns the same answer to every request. */
function graph(
  id: string,
  answer: GraphAnswers[number],
  code: string,
  texts: { readonly title: string; readonly source: string; readonly expected: string },
): ScenarioRow {
  return { id, ...texts, code, recovers: false, scenario: { graph: [answer] } };
}

/** Responses of Microsoft Graph. */
export const graphScenarios = inGroup('graph', [
  graph('graph-401', 401, 'graph_token_rejected', {
    title: 'Graph rejects every token',
    source: '401 InvalidAuthenticationToken.',
    expected: 'The server repeats the exchange once, the pane gets a new token once, then shows a message.',
  }),
  {
    id: 'graph-401-once',
    title: 'Graph has revoked the cached token',
    source: '401 once; Graph keeps rejecting that token and accepts a new one.',
    expected: 'The server discards the token and repeats the exchange. Shows the files; no message.',
    code: 'graph_token_rejected',
    recovers: true,
    scenario: { graph: [401, 'ok'] },
  },
  {
    id: 'graph-cae',
    title: 'The session has just been revoked',
    source: 'Continuous access evaluation: 401 insufficient_claims until a token satisfies the claims.',
    expected: 'Passes the claims on and retries once.',
    code: 'claims_challenge',
    recovers: true,
    scenario: { graph: ['cae'] },
  },
  {
    id: 'graph-cae-interaction',
    title: 'The session has been revoked; multifactor authentication is required',
    source: 'Continuous access evaluation; the exchange with the claims fails with AADSTS50076.',
    expected: 'Passes the claims to Office and retries once.',
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
    title: 'The Graph token is for another service',
    source: '401 InvalidAuthenticationToken, invalid audience.',
    expected: "Shows a message; the details say that GRAPH_ENDPOINT and SCOPE don't match.",
  }),
  graph('graph-403', 403, 'access_denied', {
    title: 'Graph denies access',
    source: '403 accessDenied.',
    expected: 'Shows that access is denied; suggests another account.',
  }),
  graph('graph-404', 404, 'not_found', {
    title: "Graph can't find the item",
    source: '404 itemNotFound.',
    expected: "Shows that the item wasn't found, with Retry.",
  }),
  {
    id: 'graph-throttled',
    title: 'Graph throttles once',
    source: '429 once, with Retry-After: 5.',
    expected: 'Counts down, then retries.',
    code: 'throttled',
    recovers: true,
    scenario: { graph: [{ status: 429, retryAfter: 5 }, 'ok'] },
  },
  {
    id: 'graph-throttled-always',
    title: 'Graph throttles every time',
    source: '429 every time, with Retry-After: 5.',
    expected: 'Counts down once, retries, then shows a message.',
    code: 'throttled',
    recovers: false,
    scenario: { graph: [{ status: 429, retryAfter: 5 }] },
  },
  graph('graph-503', 503, 'graph_unavailable', {
    title: 'Graph is down',
    source: '503 for every request.',
    expected: 'Shows a message with Retry; nothing is lost.',
  }),
  graph('graph-hang', 'hang', 'graph_timeout', {
    title: 'Graph never responds',
    source: 'The connection stays open without a response.',
    expected: 'Stops waiting at the time limit; shows a message with Retry.',
  }),
  graph('graph-reset', 'reset', 'graph_unavailable', {
    title: 'The connection to Graph breaks',
    source: 'Every connection is reset.',
    expected: 'Shows a message with Retry; nothing is lost.',
  }),
  graph('graph-html', 'html', 'graph_error', {
    title: 'A proxy answers instead of Graph',
    source: '200 with an HTML page.',
    expected: 'Shows a message with Retry.',
  }),
  {
    id: 'graph-no-drive',
    title: 'The user has no OneDrive',
    source: "404 ResourceNotFound: the user's site was never created, or the user has no license.",
    expected: 'Shows the empty state: no OneDrive.',
    code: 'no_drive',
    recovers: false,
    scenario: { user: 'megan' },
  },
  {
    id: 'graph-guest',
    title: 'The user is a guest without a OneDrive',
    source: 'The profile is readable; the drive returns 401 unauthenticated, "Role Claim does not exist".',
    expected: 'Shows that access is denied; suggests another account. No second sign-in.',
    code: 'access_denied',
    resource: '/me/drive',
    recovers: false,
    scenario: { user: 'noor' },
  },
]);
