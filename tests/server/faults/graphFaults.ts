import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { StubResponse } from '../stubService.ts';
import { askAsUser, UPSTREAM_TEXT, type Fault } from './fault.ts';

const html = `<html><body>${UPSTREAM_TEXT}</body></html>`;
const profile = { displayName: 'Test Person', mail: 'test@contoso.example' };

/** An error response of Graph. */
const refusal = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
  message = UPSTREAM_TEXT,
): StubResponse => ({ status, headers, json: { error: { code, message } } });
const challenge = (claims: string) =>
  refusal(401, 'InvalidAuthenticationToken', {
    'www-authenticate': `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
  });

/** A cursor as the pane sends it. */
const cursor = Buffer.from('/v1.0/me/drive/root/children?$skiptoken=old').toString('base64url');

const ME = '/api/me';
const FILES = '/api/files';
const PHOTO = '/api/me/photo';
type Row = readonly [name: string, path: string, answer: StubResponse, status: number, code: ProblemCode];

const rows: readonly Row[] = [
  ['no response', ME, 'hang', 504, 'graph_timeout'],
  ['headers without a body', ME, { json: profile, stall: true }, 504, 'graph_timeout'],
  ['a body sent byte by byte', ME, { json: profile, dripMs: 60 }, 504, 'graph_timeout'],
  ['resets', ME, 'reset', 503, 'graph_unavailable'],
  ['a truncated body', FILES, { json: { value: [] }, cut: true }, 503, 'graph_unavailable'],
  ['a response that is not HTTP', ME, { raw: `${UPSTREAM_TEXT}\r\n\r\n` }, 503, 'graph_unavailable'],
  ['40 kB of headers', ME, { headers: { 'x-said': 'x'.repeat(40_000) } }, 503, 'graph_unavailable'],
  ['a profile of 100 kB', ME, { body: 'x'.repeat(100_000) }, 502, 'graph_error'],
  ['a file list of 5 MB', FILES, { body: 'x'.repeat(5_000_000) }, 502, 'graph_error'],
  ['500', ME, { status: 500, body: html }, 503, 'graph_unavailable'],
  [
    '503 with a long Retry-After',
    ME,
    refusal(503, 'serviceNotAvailable', { 'retry-after': '99' }),
    503,
    'graph_unavailable',
  ],
  ['504', FILES, { status: 504 }, 503, 'graph_unavailable'],
  [
    '429 with a long Retry-After',
    ME,
    refusal(429, 'TooManyRequests', { 'retry-after': '17' }),
    429,
    'throttled',
  ],
  ['429 without Retry-After', FILES, refusal(429, 'activityLimitReached'), 429, 'throttled'],
  [
    'a token that is rejected twice',
    ME,
    refusal(401, 'InvalidAuthenticationToken'),
    401,
    'graph_token_rejected',
  ],
  [
    'a token for another audience',
    ME,
    refusal(401, 'InvalidAuthenticationToken', {}, `Invalid audience. ${UPSTREAM_TEXT}`),
    403,
    'audience_invalid',
  ],
  ['a repeated challenge', ME, challenge('{"access_token":{"nbf":{"value":"1"}}}'), 401, 'claims_challenge'],
  ['a challenge that is not JSON', ME, challenge(UPSTREAM_TEXT), 401, 'graph_token_rejected'],
  ['403', ME, refusal(403, 'Authorization_RequestDenied'), 403, 'access_denied'],
  ['404 for the profile', ME, refusal(404, 'Request_ResourceNotFound'), 404, 'not_found'],
  ['404 for the drive', FILES, refusal(404, 'itemNotFound'), 404, 'no_drive'],
  [
    '410 for an expired cursor',
    `${FILES}?cursor=${cursor}`,
    refusal(410, 'resyncRequired'),
    400,
    'request_invalid',
  ],
  ['400', ME, refusal(400, 'BadRequest\r\nlevel: error'), 502, 'graph_error'],
  [
    'a redirect to another host',
    ME,
    { status: 302, headers: { location: 'https://evil.example/' } },
    502,
    'graph_error',
  ],
  ['200 with HTML', ME, { body: html }, 502, 'graph_error'],
  ['200 with an empty body', ME, {}, 502, 'graph_error'],
  ['200 with an array', ME, { json: [profile] }, 502, 'graph_error'],
  ['200 with bytes that are not UTF-8', ME, { body: Buffer.from([0xff, 0xfe, 0x00]) }, 502, 'graph_error'],
  ['60,000 nested arrays', ME, { body: '['.repeat(60_000) }, 502, 'graph_error'],
  [
    'a file list that is not an array',
    FILES,
    { json: { value: { [UPSTREAM_TEXT]: 1 } } },
    502,
    'graph_error',
  ],
  [
    'a photo that is a script',
    PHOTO,
    { body: html, headers: { 'content-type': 'image/svg+xml' } },
    502,
    'graph_error',
  ],
];

/** Responses of Graph. */
export const graphFaults: readonly Fault[] = rows.map(([name, path, answer, status, code]) => ({
  name: `${name} on ${path.split('?')[0]}`,
  act: (server) => {
    server.answerGraph(answer);
    return askAsUser(server, path);
  },
  status,
  code,
}));
