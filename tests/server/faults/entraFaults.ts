import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { StubResponse } from '../stubService.ts';
import { graphToken } from '../testServer.ts';
import { askAsUser, SAID_UPSTREAM, type Fault } from './fault.ts';

const CLAIMS = '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}';
const html = `<html><body>${SAID_UPSTREAM}</body></html>`;
const token = graphToken().json;

/** As Entra ID refuses. */
const refusal = (number: number, more: object = {}, status = 400): StubResponse => ({
  status,
  json: {
    error: 'invalid_grant',
    error_description: `AADSTS${number}: ${SAID_UPSTREAM}. Trace ID: x`,
    error_codes: [number],
    trace_id: '11111111-2222-4333-8444-555555555555',
    ...more,
  },
});
const after = (retryAfter: string, status = 429): StubResponse => ({
  status,
  headers: { 'retry-after': retryAfter },
  json: { error: 'temporarily_unavailable', error_description: SAID_UPSTREAM },
});

type Row = readonly [name: string, answer: StubResponse, status: number, code: ProblemCode, loud?: true];

const rows: readonly Row[] = [
  ['silence', 'hang', 504, 'entra_timeout'],
  ['headers, and then silence', { json: token, stall: true }, 504, 'entra_timeout'],
  ['a body of single bytes', { json: token, dripMs: 60 }, 504, 'entra_timeout'],
  ['resets', 'reset', 503, 'entra_unavailable'],
  ['a cut body', { json: token, cut: true }, 503, 'entra_unavailable'],
  ['no HTTP', { raw: `${SAID_UPSTREAM}\r\n\r\n` }, 503, 'entra_unavailable'],
  ['40 kB of headers', { headers: { 'x-said': 'x'.repeat(40_000) } }, 503, 'entra_unavailable'],
  ['200 kB', { body: 'x'.repeat(200_000) }, 502, 'entra_error'],
  ['500', { status: 500, json: { error: SAID_UPSTREAM } }, 503, 'entra_unavailable'],
  ['503 with HTML', { status: 503, body: html }, 503, 'entra_unavailable'],
  ['503 for long', after('60', 503), 503, 'entra_unavailable'],
  ['429 for long', after('30'), 429, 'throttled'],
  ['429 without a time', { status: 429, body: html }, 429, 'throttled'],
  ['429 until a time that has no meaning', after('soon'), 429, 'throttled'],
  ['429 for ten years', after('315360000'), 429, 'throttled'],
  ['200 with HTML', { body: html }, 502, 'entra_error'],
  ['200 with an empty object', { json: {} }, 502, 'entra_error'],
  ['200 with nothing', {}, 502, 'entra_error'],
  ['200 with a list', { json: [token] }, 502, 'entra_error'],
  ['200 with an empty token', { json: { ...token, access_token: '' } }, 502, 'entra_error'],
  ['200 with a token that is a number', { json: { ...token, access_token: 7 } }, 502, 'entra_error'],
  [
    '200 with a token that breaks a header',
    { json: { ...token, access_token: 'a\r\nb: c' } },
    502,
    'entra_error',
  ],
  [
    'a redirect to elsewhere',
    { status: 302, headers: { location: 'https://evil.example/' } },
    502,
    'entra_error',
  ],
  ['400 with HTML', { status: 400, body: html }, 502, 'entra_error'],
  ['400 with a number that nobody knows', refusal(99999999), 403, 'consent_required'],
  [
    '400 with lines in the error word',
    refusal(99999999, { error: 'a\r\nb {"level":"error"}' }),
    502,
    'entra_error',
  ],
  [
    '50076 with claims',
    refusal(50076, { claims: CLAIMS, suberror: 'basic_action' }),
    401,
    'claims_challenge',
  ],
  ['50076 with claims and no suberror', refusal(50076, { claims: CLAIMS }), 401, 'claims_challenge'],
  ['50076 with claims that are no JSON', refusal(50076, { claims: SAID_UPSTREAM }), 403, 'consent_required'],
  [
    '50076 with 10 kB of claims',
    refusal(50076, { claims: `{"a":"${'x'.repeat(10_000)}"}` }),
    403,
    'consent_required',
  ],
  ['53000 with claims', refusal(53000, { claims: CLAIMS }), 401, 'claims_challenge'],
  ['53003 with nothing to do', refusal(53003, { suberror: 'message_only' }), 403, 'policy_blocked'],
  ['65001', refusal(65001, { suberror: 'consent_required' }), 403, 'consent_required'],
  ['65004', refusal(65004), 403, 'consent_declined'],
  ['90094', refusal(90094), 403, 'admin_consent_required'],
  ['70011', refusal(70011, { error: 'invalid_scope' }), 403, 'scope_invalid'],
  ['50105', refusal(50105), 403, 'access_denied'],
  ['50013', refusal(50013), 401, 'token_invalid'],
  ['500133', refusal(500133), 401, 'assertion_expired'],
  ['7000215', refusal(7000215, { error: 'invalid_client' }, 401), 500, 'server_misconfigured', true],
  ['7000222', refusal(7000222, { error: 'invalid_client' }, 401), 500, 'server_misconfigured', true],
  ['700016', refusal(700016, { error: 'unauthorized_client' }), 500, 'server_misconfigured', true],
];

/** What Entra ID's token endpoint can answer to an exchange. */
export const entraFaults: readonly Fault[] = rows.map(([name, answer, status, code, loud]) => ({
  name,
  act: (server) => {
    server.answerExchange(answer);
    return askAsUser(server);
  },
  status,
  code,
  ...(loud ? { loud } : {}),
}));
