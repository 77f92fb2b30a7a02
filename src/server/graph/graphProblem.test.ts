import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USER, type StubResponse, type StubRequest } from '../../../tests/server/stubService.ts';
import {
  graphToken,
  patientLimits,
  startTestServer,
  type TestServer,
} from '../../../tests/server/testServer.ts';

/** How the API reacts to Graph's responses, tested over HTTP. */

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1770000000"}}}';
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
  expect(server.log.take('error')).toEqual([]);
});

const profile = { json: { displayName: 'Test Person', mail: 'test@contoso.example' } };
const refusal = (
  status: number,
  code: string,
  message = '',
  headers: Record<string, string> = {},
): StubResponse => ({
  status,
  headers,
  json: { error: { code, message } },
});
/** An error response with the code in the innermost of several errors. */
const nested = (status: number, code: string) => ({
  status,
  json: {
    error: {
      code: 'invalidRequest',
      message: 'Das ist fehlgeschlagen.',
      innerError: { 'request-id': 'x', InnerError: { code: 'unknown', innererror: { code } } },
    },
  },
});
const rejected = refusal(401, 'InvalidAuthenticationToken', 'Access token has expired.');
const challenge = refusal(
  401,
  'InvalidAuthenticationToken',
  'Continuous access evaluation resulted in claims challenge',
  {
    'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${Buffer.from(CLAIMS).toString('base64')}"`,
  },
);
const me = async () => server.get('/api/me', await server.token());

describe('GET /api/me', () => {
  it('reads the identity from the token and the rest from Graph', async () => {
    server.answerGraph({
      json: {
        id: 'somebody else',
        displayName: 'Zoe <b>',
        mail: null,
        userPrincipalName: 'z@x.example',
        jobTitle: 7,
      },
    });
    const reply = await me();
    expect(reply.json).toEqual({
      id: USER,
      tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
      displayName: 'Zoe <b>',
      mail: 'z@x.example',
      jobTitle: null,
    });
    expect(server.graph.requests[0]?.url.pathname).toBe('/v1.0/me');
  });
});

describe('a Graph token that Graph rejects', () => {
  it('is exchanged again once, and the new token is cached', async () => {
    server.answerExchange(graphToken('old'), graphToken('new'));
    server.answerGraph(({ headers }) => (headers.authorization === 'Bearer new' ? profile : rejected));
    const token = await server.token();
    expect((await server.get('/api/me', token)).status).toBe(200);
    expect((await server.get('/api/me', token)).status).toBe(200);
    expect(server.exchanges()).toHaveLength(2);
  });

  it('returns 401 without a loop if the new token is rejected too', async () => {
    server.answerGraph(rejected);
    const reply = await me();
    expect(reply.problem).toMatchObject({ status: 401, code: 'graph_token_rejected' });
    expect(reply.headers.get('www-authenticate')).toContain('invalid_token');
    expect(server.exchanges()).toHaveLength(2);
    // The third request checks whether another resource accepts the token.
    expect(server.graph.requests.map(({ url }) => url.pathname)).toEqual([
      '/v1.0/me',
      '/v1.0/me',
      '/v1.0/me/drive',
    ]);
  });

  it('returns 403 immediately for a wrong audience', async () => {
    server.answerGraph(
      refusal(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.'),
    );
    expect((await me()).problem).toMatchObject({ status: 403, code: 'audience_invalid' });
    expect(server.exchanges()).toHaveLength(1);
  });

  it('satisfies a challenge without the user where Entra ID can', async () => {
    server.answerExchange(graphToken('old'), graphToken('new'));
    server.answerGraph(({ headers }) => (headers.authorization === 'Bearer new' ? profile : challenge));
    expect((await me()).status).toBe(200);
    const sent = new URLSearchParams(server.exchanges()[1]?.body).get('claims') ?? '';
    expect(JSON.parse(sent)).toMatchObject(JSON.parse(CLAIMS) as object);
  });

  it('returns 401 with the decoded claims for a challenge that requires the user', async () => {
    const interaction = {
      error: 'invalid_grant',
      error_codes: [50173],
      error_description: 'AADSTS50173: no',
    };
    server.answerExchange(graphToken(), { status: 400, json: interaction });
    server.answerGraph(challenge);
    expect((await me()).problem).toMatchObject({ status: 401, code: 'claims_challenge', claims: CLAIMS });
  });

  it('handles a challenge in a 403 like one in a 401', async () => {
    server.answerGraph({ ...(challenge as object), status: 403 });
    expect((await me()).problem).toMatchObject({ status: 401, code: 'claims_challenge', claims: CLAIMS });
    expect(server.graph.requests).toHaveLength(2);
  });

  it('returns 401 with the decoded claims for a second challenge', async () => {
    server.answerGraph(challenge);
    expect((await me()).problem).toMatchObject({ status: 401, code: 'claims_challenge', claims: CLAIMS });
    expect(server.graph.requests).toHaveLength(2);
  });

  it('is exchanged again once for concurrent requests', async () => {
    await server.close();
    server = await startTestServer({ limits: patientLimits });
    server.answerExchange(graphToken('old'), graphToken('new'));
    server.answerGraph(({ headers }) => (headers.authorization === 'Bearer new' ? profile : rejected));
    const token = await server.token();
    const replies = await Promise.all(Array.from({ length: 10 }, () => server.get('/api/me', token)));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(server.exchanges()).toHaveLength(2);
  });
});

describe('a 401 of one resource while others accept the token', () => {
  const isMe = ({ url }: StubRequest) => url.pathname === '/v1.0/me';
  const drives = () => server.graph.requests.filter((request) => !isMe(request));

  it.each<[string, StubResponse]>([
    ['to a guest', refusal(401, 'unauthenticated', 'Role Claim does not exist')],
    ['with a generic code', refusal(401, 'generalException', 'General exception while processing')],
    ['with the code of an invalid token', rejected],
    ['about the audience', refusal(401, 'InvalidAuthenticationToken', 'Invalid audience uri for the site.')],
    ['without a body', { status: 401 }],
    ['with HTML', { status: 401, body: '<html>' }],
  ])('%s becomes 403 access_denied after at most two requests to the drive', async (_name, answer) => {
    server.answerGraph((request) => (isMe(request) ? profile : answer));
    const token = await server.token();
    expect((await server.get('/api/files', token)).problem).toMatchObject({
      status: 403,
      code: 'access_denied',
    });
    expect(drives().length).toBeLessThanOrEqual(2);
    expect(server.exchanges().length).toBeLessThanOrEqual(2);
    expect((await server.get('/api/me', token)).status).toBe(200);
    expect(server.exchanges().length).toBeLessThanOrEqual(2);
  });

  it('from the profile becomes 403 access_denied', async () => {
    server.answerGraph((request) => (isMe(request) ? rejected : { json: { id: 'drive' } }));
    expect((await me()).problem).toMatchObject({ status: 403, code: 'access_denied' });
  });

  it.each<[string, StubResponse]>([
    ['rejects it too', rejected],
    ['is unavailable', { status: 503 }],
    ['redirects', { status: 302, headers: { location: 'https://evil.example/' } }],
    ['requests claims', challenge],
  ])('becomes graph_token_rejected if the other resource %s', async (_name, answer) => {
    server.answerGraph((request) => (isMe(request) ? answer : rejected));
    const reply = await server.get('/api/files', await server.token());
    expect(reply.problem).toMatchObject({ status: 401, code: 'graph_token_rejected' });
  });

  it('is resolved by a fresh token that the resource accepts', async () => {
    server.answerExchange(graphToken('old'), graphToken('new'));
    server.answerGraph(({ headers }) =>
      headers.authorization === 'Bearer new' ? { json: { value: [] } } : rejected,
    );
    expect((await server.get('/api/files', await server.token())).status).toBe(200);
  });
});

describe('other Graph responses', () => {
  it.each<[string, string, StubResponse, number, string]>([
    ['403', '/api/me', refusal(403, 'Authorization_RequestDenied'), 403, 'access_denied'],
    ['404', '/api/me', refusal(404, 'Request_ResourceNotFound'), 404, 'not_found'],
    ['400', '/api/me', refusal(400, 'BadRequest'), 502, 'graph_error'],
    ['403 on files', '/api/files', refusal(403, 'accessDenied'), 403, 'access_denied'],
    ['404 on files', '/api/files', refusal(404, 'itemNotFound'), 404, 'no_drive'],
    [
      'a missing personal site',
      '/api/files',
      refusal(404, 'ResourceNotFound', "User's mysite not found."),
      404,
      'no_drive',
    ],
    [
      'a tenant without a license',
      '/api/files',
      refusal(400, 'BadRequest', 'Tenant does not have a SPO license.'),
      404,
      'no_drive',
    ],
    [
      'a user without a license',
      '/api/files',
      refusal(403, 'accessDenied', 'User has no license for OneDrive.'),
      404,
      'no_drive',
    ],
    ['not found in German', '/api/files', refusal(404, '', 'Ressource nicht gefunden.'), 404, 'no_drive'],
    ['provisioning', '/api/files', nested(403, 'provisioningNotAllowed'), 404, 'no_drive'],
    [
      'provisioning in progress',
      '/api/files',
      nested(403, 'resourceBeingProvisioned'),
      503,
      'graph_unavailable',
    ],
    ['accessDenied with status 400', '/api/files', nested(400, 'accessDenied'), 403, 'access_denied'],
    ['a locked item', '/api/files?folder=a', refusal(423, 'resourceLocked'), 403, 'access_denied'],
    ['a virus', '/api/files?folder=a', nested(400, 'virusSuspicious'), 403, 'access_denied'],
    [
      'a missing folder with status 400',
      '/api/files?folder=a',
      nested(400, 'ITEMNOTFOUND'),
      404,
      'not_found',
    ],
    ['provisioning on the profile', '/api/me', nested(400, 'provisioningNotAllowed'), 403, 'access_denied'],
    [
      'an error that is a string',
      '/api/me',
      { status: 400, json: { error: 'accessDenied' } },
      403,
      'access_denied',
    ],
    ['an error that is an array', '/api/me', { status: 403, json: { error: [1] } }, 403, 'access_denied'],
    ['an error that is null', '/api/me', { status: 404, json: null }, 404, 'not_found'],
    [
      'an outage in German',
      '/api/me',
      refusal(503, 'serviceNotAvailable', 'Wartung'),
      503,
      'graph_unavailable',
    ],
    ['HTML', '/api/me', { body: '<html>' }, 502, 'graph_error'],
    ['HTML on files', '/api/files', { body: '<html>' }, 502, 'graph_error'],
    ['an empty body', '/api/me', {}, 502, 'graph_error'],
    ['an array instead of an object', '/api/me', { json: [1] }, 502, 'graph_error'],
    ['an object without a list', '/api/files', { json: {} }, 502, 'graph_error'],
    [
      'a redirect',
      '/api/me',
      { status: 302, headers: { location: 'https://evil.example/' } },
      502,
      'graph_error',
    ],
    ['a profile of 100 kB', '/api/me', { body: 'x'.repeat(100_000) }, 502, 'graph_error'],
    [
      '429 with a long Retry-After',
      '/api/me',
      refusal(429, 'TooManyRequests', '', { 'retry-after': '17' }),
      429,
      'throttled',
    ],
    ['503 with HTML', '/api/me', { status: 503, body: '<html>' }, 503, 'graph_unavailable'],
    ['504', '/api/me', { status: 504 }, 503, 'graph_unavailable'],
    ['a reset', '/api/me', 'reset', 503, 'graph_unavailable'],
    ['a truncated body', '/api/files', { json: { value: [] }, cut: true }, 503, 'graph_unavailable'],
    ['a timeout', '/api/me', 'hang', 504, 'graph_timeout'],
  ])('maps %s on %s', async (_name, path, answer, status, code) => {
    server.answerGraph(answer);
    const reply = await server.get(path, await server.token());
    expect(reply.problem).toMatchObject({ status, code });
    expect(reply.headers.get('retry-after')).toBe(code === 'throttled' ? '17' : null);
  });

  it.each<[string, number, string]>([
    ['429', 429, 'TooManyRequests'],
    ['509', 509, ''],
    ['403 with a throttling code', 403, 'activityLimitReached'],
    ['503 with a throttling code', 503, 'throttledRequest'],
  ])('maps %s to throttled', async (_name, status, code) => {
    server.answerGraph({ ...nested(status, code), headers: { 'retry-after': '17' } });
    const reply = await me();
    expect(reply.problem).toMatchObject({ status: 429, code: 'throttled', retryAfter: 17 });
  });

  it.each<[string, string | string[], string | null]>([
    ['repeated', ['60', '60'], '60'],
    ['repeated with another value', ['5', '60'], '60'],
    ['negative', '-1', null],
    ['a date in the past', 'Wed, 01 Jan 2020 00:00:00 GMT', null],
    ['a date in the far future', 'Fri, 01 Jan 2100 00:00:00 GMT', '3600'],
    ['huge', '9'.repeat(30), '3600'],
    ['a fraction', '2.1', '3'],
    ['garbage', 'soon', null],
  ])('does not retry after a Retry-After that is %s', async (_name, header, passedOn) => {
    server.answerGraph(refusal(429, 'TooManyRequests', '', { 'retry-after': header as string }), profile);
    const reply = await me();
    expect(reply.problem).toMatchObject({ status: 429, code: 'throttled' });
    expect(reply.headers.get('retry-after')).toBe(passedOn);
    expect(server.graph.requests).toHaveLength(1);
  });

  it.each<[string, StubResponse[]]>([
    ['two 5xx responses', [{ status: 503 }, { status: 502 }]],
    ['two resets', ['reset', 'reset']],
    ['a 429 with a short Retry-After', [refusal(429, 'TooManyRequests', '', { 'retry-after': '0' })]],
  ])('recovers from %s with retries', async (_name, answers) => {
    server.answerGraph(...answers, profile);
    expect((await me()).status).toBe(200);
  });

  it('gives up after three attempts', async () => {
    server.answerGraph({ status: 503 });
    await me();
    expect(server.graph.requests).toHaveLength(3);
  });

  it('cancels the Graph request when the client disconnects', async () => {
    server.answerGraph('hang');
    const leave = new AbortController();
    const gone = server.get('/api/me', await server.token(), { signal: leave.signal }).catch(() => 'gone');
    await expect.poll(() => server.graph.requests.length).toBe(1);
    leave.abort();
    expect(await gone).toBe('gone');
    await server.graph.requests[0]?.abandoned;
    await expect.poll(() => server.log.take('info')).toMatchObject([{ status: 499 }]);
  });

  it('responds within the request time limit, whichever service hangs', async () => {
    await server.close();
    server = await startTestServer({ limits: { requestMs: 500, entraMs: 60_000, graphMs: 60_000 } });
    server.answerGraph('hang');
    expect((await me()).problem.code).toBe('graph_timeout');
    server.answerExchange('hang');
    expect((await server.get('/api/me', await server.token({ uti: '2' }))).problem.code).toBe(
      'entra_timeout',
    );
  });
});

describe('GET /api/me/photo', () => {
  const photo = async () => server.get('/api/me/photo', await server.token());

  it('returns the image', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
    server.answerGraph({ body: bytes, headers: { 'content-type': 'image/jpeg' } });
    const reply = await photo();
    expect(reply.status).toBe(200);
    expect(reply.bytes).toEqual(bytes);
    expect(reply.headers.get('content-type')).toBe('image/jpeg');
    expect(reply.headers.get('vary')).toBe('Authorization');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(server.graph.requests[0]?.url.pathname).toBe('/v1.0/me/photos/48x48/$value');
  });

  it('returns 204 without a photo', async () => {
    server.answerGraph(refusal(404, 'ImageNotFound'));
    const reply = await photo();
    expect([reply.status, reply.bytes.length]).toEqual([204, 0]);
  });

  it.each(['text/html', 'image/svg+xml', 'application/octet-stream'])('does not return %s', async (type) => {
    server.answerGraph({ body: '<svg onload="x">', headers: { 'content-type': type } });
    expect((await photo()).problem.code).toBe('graph_error');
  });
});
