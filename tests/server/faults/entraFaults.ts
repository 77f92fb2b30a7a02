import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { StubResponse } from '../stubService.ts';
import { graphToken } from '../testServer.ts';
import { askAsUser, UPSTREAM_TEXT, type Fault } from './fault.ts';

const CLAIMS = '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}';
const html = `<html><body>${UPSTREAM_TEXT}</body></html>`;
const token = graphToken().json;

/** An error response of Entra ID. */
const refusal = (number: number, more: object = {}, status = 400): StubResponse => ({
  status,
  json: {
    error: 'invalid_grant',
    error_description: `AADSTS${number}: ${UPSTREAM_TEXT}. Trace ID: x`,
    error_codes: [number],
    trace_id: '11111111-2222-4333-8444-555555555555',
    ...more,
  },
});
const after = (retryAfter: string, status = 429): StubResponse => ({
  status,
  headers: { 'retry-after': retryAfter },
  json: { error: 'temporarily_unavailable', error_description: UPSTREAM_TEXT },
});

type Row = readonly [name: string, answer: StubResponse, status: number, code: ProblemCode, logsError?: true];

const rows: readonly Row[] = [
  ['no response', 'hang', 504, 'entra_timeout'],
  ['headers without a body', { json: token, stall: true }, 504, 'entra_timeout'],
  ['a body sent byte by byte', { json: token, dripMs: 60 }, 504, 'entra_timeout'],
  ['resets', 'reset', 503, 'entra_unavailable'],
  ['a truncated body', { json: token, cut: true }, 503, 'entra_unavailable'],
  ['a response that is not HTTP', { raw: `${UPSTREAM_TEXT}\r\n\r\n` }, 503, 'entra_unavailable'],
  ['40 kB of headers', { headers: { 'x-said': 'x'.repeat(40_000) } }, 503, 'entra_unavailable'],
  ['200 kB', { body: 'x'.repeat(200_000) }, 502, 'entra_error'],
  ['500', { status: 500, json: { error: UPSTREAM_TEXT } }, 503, 'entra_unavailable'],
  ['503 with HTML', { status: 503, body: html }, 503, 'entra_unavailable'],
  ['503 with a long Retry-After', after('60', 503), 503, 'entra_unavailable'],
  ['429 with a long Retry-After', after('30'), 429, 'throttled'],
  ['429 without Retry-After', { status: 429, body: html }, 429, 'throttled'],
  ['429 with an invalid Retry-After', after('soon'), 429, 'throttled'],
  ['429 with a Retry-After of ten years', after('315360000'), 429, 'throttled'],
  ['200 with HTML', { body: html }, 502, 'entra_error'],
  ['200 with an empty object', { json: {} }, 502, 'entra_error'],
  ['200 with an empty body', {}, 502, 'entra_error'],
  ['200 with an array', { json: [token] }, 502, 'entra_error'],
  ['200 with an empty token', { json: { ...token, access_token: '' } }, 502, 'entra_error'],
  ['200 with a token that is a number', { json: { ...token, access_token: 7 } }, 502, 'entra_error'],
  [
    '200 with a token that breaks a header',
    { json: { ...token, access_token: 'a\r\nb: c' } },
    502,
    'entra_error',
  ],
  [
    'a redirect to another host',
    { status: 302, headers: { location: 'https://evil.example/' } },
    502,
    'entra_error',
  ],
  ['400 with HTML', { status: 400, body: html }, 502, 'entra_error'],
  ['400 with an unknown number', refusal(99999999), 403, 'consent_required'],
  [
    '400 with line breaks in the error',
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
  ['50076 with claims that are not JSON', refusal(50076, { claims: UPSTREAM_TEXT }), 403, 'consent_required'],
  [
    '50076 with 10 kB of claims',
    refusal(50076, { claims: `{"a":"${'x'.repeat(10_000)}"}` }),
    403,
    'consent_required',
  ],
  ['53000 with claims', refusal(53000, { claims: CLAIMS }), 401, 'claims_challenge'],
  ['53003 with message_only', refusal(53003, { suberror: 'message_only' }), 403, 'policy_blocked'],
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

/** Responses of Entra ID's token endpoint to an exchange. */
export const entraFaults: readonly Fault[] = rows.map(([name, answer, status, code, logsError]) => ({
  name,
  act: (server) => {
    server.answerExchange(answer);
    return askAsUser(server);
  },
  status,
  code,
  ...(logsError ? { logsError } : {}),
}));

const keys = (...list: object[]): StubResponse => ({ json: { keys: list } });

const keyRows: readonly (readonly [string, StubResponse, number, ProblemCode])[] = [
  ['no response', 'hang', 504, 'entra_timeout'],
  ['headers without a body', { body: UPSTREAM_TEXT, stall: true }, 504, 'entra_timeout'],
  ['resets', 'reset', 503, 'entra_unavailable'],
  ['a truncated body', { json: { keys: [] }, cut: true }, 503, 'entra_unavailable'],
  ['500', { status: 500, body: UPSTREAM_TEXT }, 503, 'entra_unavailable'],
  ['429', { status: 429, headers: { 'retry-after': '9' } }, 503, 'entra_unavailable'],
  ['404', { status: 404, body: UPSTREAM_TEXT }, 502, 'entra_error'],
  ['HTML', { body: `<html>${UPSTREAM_TEXT}` }, 502, 'entra_error'],
  ['a key set of 1 MB', { body: ' '.repeat(1_048_576) }, 502, 'entra_error'],
  ['a redirect', { status: 301, headers: { location: 'https://evil.example/keys' } }, 502, 'entra_error'],
  ['an empty set', keys(), 502, 'entra_error'],
  ['only symmetric keys', keys({ kty: 'oct', kid: 'key-1', k: 'AAAA' }), 502, 'entra_error'],
  ['only a weak key', keys({ kty: 'RSA', kid: 'key-1', n: 'AQAB', e: 'AQAB' }), 502, 'entra_error'],
];

/** Responses to a server that loads the signing keys for the first time. */
export const keyFaults: readonly Fault[] = keyRows.map(([name, answer, status, code]) => ({
  name,
  act: (server) => {
    server.answerKeys(answer);
    return askAsUser(server);
  },
  status,
  code,
}));
