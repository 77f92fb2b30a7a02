import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSigningPair, goodClaims, OTHER_TENANT, sign, USER, type StubRequest } from '../stubService.ts';
import { graphToken, startTestServer, type TestServer } from '../testServer.ts';
import { request, sendBytes } from './fault.ts';

/** Attacks. docs/security.md refers to these tests by name. */

const STRANGER = 'eeeeeeee-0000-4000-8000-00000000000e';
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  server.answerExchange(({ body }) => graphToken(`of ${oidIn(body)}`));
  server.answerGraph(({ headers }) => ({ json: { displayName: headers.authorization } }));
});
afterEach(async () => {
  await server.close();
  expect(server.log.take('error')).toEqual([]);
});

/** Returns the user of an exchange: `oid@tid`. */
function oidIn(body: string): string {
  const [, payload = ''] = (new URLSearchParams(body).get('assertion') ?? '').split('.');
  const { oid, tid } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<
    string,
    string
  >;
  return `${oid}@${tid}`;
}

const ofOtherTenant = () =>
  server.token({ tid: OTHER_TENANT, iss: `${server.entra.origin}/${OTHER_TENANT}/v2.0` });
const authorizations = (requests: readonly StubRequest[]) =>
  requests.map(({ headers }) => headers.authorization);

describe('impersonation', () => {
  it('treats the same object id in another tenant as another user', async () => {
    const [one, other] = [
      await server.get('/api/me', await server.token()),
      await server.get('/api/me', await ofOtherTenant()),
    ];
    expect(one.json.displayName).not.toBe(other.json.displayName);
    expect(other.json).toMatchObject({ id: USER, tenantId: OTHER_TENANT });
    expect(server.exchanges().map(({ url }) => url.pathname.split('/')[1])).toContain(OTHER_TENANT);
  });

  it('separates concurrent requests with the same correlation id', async () => {
    const headers = { 'x-correlation-id': '11111111-2222-4333-8444-555555555555' };
    const people = [USER, STRANGER];
    const tokens = await Promise.all(people.map((oid) => server.token({ oid })));
    const replies = await Promise.all(tokens.map((token) => server.get('/api/me', token, { headers })));
    expect(replies.map(({ json }) => json.id)).toEqual(people);
    replies.forEach(({ json }, i) => expect(json.displayName).toContain(`of ${people[i]}@`));
  });

  it("uses only the caller's token with another user's cursor", async () => {
    const next = `${server.graph.origin}/v1.0/drives/b!other/root/children?$skiptoken=a`;
    const file = { id: '01', name: 'a.docx', webUrl: 'https://files.example/a.docx' };
    server.answerGraph({ json: { value: [file], '@odata.nextLink': next } });
    const { json } = await server.get('/api/files', await server.token());
    const cursor = String(json.nextCursor);
    server.graph.requests.length = 0;
    server.answerGraph({ status: 403, json: { error: { code: 'accessDenied' } } });
    const reply = await server.get(`/api/files?cursor=${cursor}`, await server.token({ oid: STRANGER }));
    expect(reply.problem.code).toBe('access_denied');
    expect(authorizations(server.graph.requests)).toEqual([
      expect.stringContaining(`of ${STRANGER}@`) as string,
    ]);
  });

  it('allows no response to be cached for another user', async () => {
    const image = { body: Buffer.from([1, 2, 3]), headers: { 'content-type': 'image/png' } };
    const allowed = /^no-store$|^private, max-age=\d+$/;
    for (const path of ['/api/me', '/api/me/photo', '/api/files']) {
      server.answerGraph(path.endsWith('photo') ? image : { json: { value: [], displayName: 'x' } });
      const { status, headers } = await server.get(path, await server.token());
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toMatch(allowed);
      if (headers.get('cache-control') !== 'no-store') expect(headers.get('vary')).toContain('Authorization');
    }
  });

  it("returns no 304 for another user's ETag", async () => {
    server.answerGraph({ body: Buffer.from([1, 2, 3]), headers: { 'content-type': 'image/png' } });
    const { headers } = await server.get('/api/me/photo', await server.token());
    const ask = async (oid: string) => {
      const own = { 'if-none-match': headers.get('etag') ?? 'none' };
      return (await server.get('/api/me/photo', await server.token({ oid }), { headers: own })).status;
    };
    expect(await ask(USER)).toBe(304);
    expect(await ask(STRANGER)).toBe(200);
  });

  it('caches a problem only for the user who caused it', async () => {
    const refusal = { error: 'invalid_grant', error_codes: [65001], error_description: 'AADSTS65001' };
    server.answerExchange(({ body }) =>
      oidIn(body).startsWith(USER) ? { status: 400, json: refusal } : graphToken(),
    );
    expect((await server.get('/api/me', await server.token())).problem.code).toBe('consent_required');
    expect((await server.get('/api/me', await server.token({ oid: STRANGER }))).status).toBe(200);
    expect((await server.get('/api/me', await ofOtherTenant())).problem.code).toBe('consent_required');
  });
});

describe('signing keys', () => {
  it('rejects tokens of a withdrawn key as soon as the new key set is loaded', async () => {
    const old = await server.token();
    expect((await server.get('/api/me', old)).status).toBe(200);
    const next = await createSigningPair('key-2');
    server.answerKeys({ json: { keys: [next.jwk] } });
    const fresh = await sign(next, goodClaims(server.entra.origin));
    // Within the cooldown of 200 ms the new key may still be unknown.
    await expect.poll(async () => (await server.get('/api/me', fresh)).status).toBe(200);
    expect((await server.get('/api/me', old)).problem).toMatchObject({ status: 401, code: 'token_invalid' });
  });

  it('does not load the key set for each of 1,000 unknown key ids', async () => {
    await server.get('/api/me', await server.token());
    const begin = performance.now();
    for (let i = 0; i < 1_000; i += 100) {
      const forged = Array.from({ length: 100 }, async (_, n) => {
        const kid = `forged-${i + n}`;
        return (await server.get('/api/me', await server.token({}, { kid }))).status;
      });
      expect(new Set(await Promise.all(forged))).toEqual(new Set([401]));
    }
    const loads = server.entra.requests.length - server.exchanges().length;
    expect(loads).toBeLessThanOrEqual(2 + (performance.now() - begin) / 200);
  });
});

describe('cross-site requests', () => {
  it('ignores cookies and allows no other origin', async () => {
    const headers = { origin: 'https://evil.example', cookie: `token=${await server.token()}` };
    const preflight = { ...headers, 'access-control-request-method': 'PUT' };
    const replies = [
      await server.get('/api/me', undefined, { headers }),
      await server.get('/api/me', await server.token(), { headers }),
      await server.get('/api/me', undefined, { method: 'OPTIONS', headers: preflight }),
    ];
    expect(replies[0]?.problem.code).toBe('token_missing');
    for (const reply of replies) {
      const names = [...reply.headers.keys()];
      expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(names).not.toContain('set-cookie');
      expect(reply.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  it('sends frame-ancestors none with every API response', async () => {
    for (const path of ['/api/me', '/errors', '/consent.html', '/nothing']) {
      const policy = (await server.get(path)).headers.get('content-security-policy');
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  it.each([
    '//evil.example',
    '//evil.example/%2f..',
    '/\\evil.example',
    '/%5cevil.example',
    '/?redirect=https://evil.example',
    '/consent.html?redirect_uri=https://evil.example&error=x',
    '/taskpane.html/..//evil.example',
  ])('does not redirect %s to another host', async (path) => {
    const { status, headers, body } = await sendBytes(server.origin, request(path));
    expect(headers.location ?? '/taskpane.html').toBe('/taskpane.html');
    expect([200, 302, 400, 404]).toContain(status);
    expect(body).not.toContain('evil');
  });
});

describe('line breaks', () => {
  it('in a request add no line to the log', async () => {
    server.log.take('info');
    const line = '%0d%0a{"level":"error","msg":"forged"}';
    await sendBytes(
      server.origin,
      request(`/api/${line}`, [
        `User-Agent: x${line}`,
        'X-Correlation-Id: {"level":"error"}',
        'X-Forwarded-For: \u2028{"level":"error"}',
      ]),
    );
    await expect.poll(() => server.log.text()).toContain('/api/');
    const lines = server.log.text().trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', code: 'not_found' });
  });

  it('in the claims of a challenge add no header', async () => {
    const claims = JSON.stringify({ access_token: { x: '"\r\nSet-Cookie: a=b\r\n\r\n<script>' } });
    server.answerExchange({
      status: 400,
      json: { error: 'interaction_required', error_codes: [50076], error_description: '', claims },
    });
    const authorization = `Authorization: Bearer ${await server.token()}`;
    const { headers, body } = await sendBytes(server.origin, request('/api/me', [authorization]));
    expect(headers['set-cookie']).toBeUndefined();
    expect((JSON.parse(body) as { claims: string }).claims).toBe(claims);
    const encoded = /claims="([\w+/=]+)"/.exec(headers['www-authenticate'] ?? '')?.[1] ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe(claims);
  });
});
