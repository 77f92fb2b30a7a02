import { InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { users } from '../../users.ts';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../registration.ts';
import { msalServer } from '../../testing/msalServer.ts';
import { officeToken } from '../../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../../testing/testSandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.state.reset());

const scopes = ['User.Read', 'Files.Read'];

const exchange = async (token: string, more: { claims?: string; scopes?: string[] } = {}) =>
  msalServer(sandbox).acquireTokenOnBehalfOf({ oboAssertion: token, scopes, skipCache: true, ...more });

describe('exchange through msal-node', () => {
  it('returns a Graph token for the same user', async () => {
    sandbox.state.setScenario({ user: 'lee' });
    const result = await exchange(await officeToken(sandbox));
    const claims = decodeJwt(result?.accessToken ?? '');
    expect(claims).toMatchObject({
      oid: users.lee.oid,
      tid: users.lee.tenant.id,
      scp: 'User.Read Files.Read',
    });
    expect(result?.scopes).toEqual(expect.arrayContaining(scopes));
  });

  it('lets MSAL answer the second request from its cache, because the scopes are echoed', async () => {
    const client = msalServer(sandbox);
    const oboAssertion = await officeToken(sandbox);
    const ask = () => client.acquireTokenOnBehalfOf({ oboAssertion, scopes });
    const first = await ask();
    const second = await ask();
    expect(second?.accessToken).toBe(first?.accessToken);
    expect(sandbox.state.log.entries.filter(({ kind }) => kind === 'obo')).toHaveLength(1);
  });

  it('accepts a token of version 1.0', async () => {
    sandbox.state.setScenario({ getAccessToken: [{ token: { ver: '1.0' } }] });
    await expect(exchange(await officeToken(sandbox))).resolves.toMatchObject({ tokenType: 'Bearer' });
  });

  it('answers the endpoint of version 1.0 with a resource, and numbers as text', async () => {
    const response = await sandbox.fetch(`${sandbox.origins.entra}/common/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        client_id: SANDBOX_CLIENT_ID,
        client_secret: SANDBOX_CLIENT_SECRET,
        assertion: await officeToken(sandbox),
        resource: 'https://graph.microsoft.com/',
      }),
    });
    const answer = await json<Record<string, string>>(response);
    expect(answer).toMatchObject({
      token_type: 'Bearer',
      expires_in: '3599',
      resource: 'https://graph.microsoft.com/',
    });
    expect(Number(answer['expires_on'])).toBeGreaterThan(Date.now() / 1000);
    expect(decodeJwt(answer['access_token'] ?? '')).toMatchObject({
      oid: users.adele.oid,
      scp: 'User.Read Files.Read',
    });
  });

  it.each([
    ['expired', { exp: -10 }, 500133],
    ['of another audience', { aud: 'api://other' }, 500131],
    ['signed with the public key', { alg: 'HS256' }, 50013],
    ['without a signature', { alg: 'none' }, 50013],
    ['not a token', { raw: 'a.b.c' }, 50013],
    ['of an unknown user', { oid: '00000000-0000-4000-8000-00000000dead' }, 50034],
  ])('rejects an assertion that is %s', async (_what, token, number) => {
    sandbox.state.setScenario({ getAccessToken: [{ token }] });
    const refusal = exchange(await officeToken(sandbox));
    await expect(refusal).rejects.toBeInstanceOf(ServerError);
    await expect(refusal).rejects.toMatchObject({ errorNo: number });
  });

  it("rejects a wrong secret and an unknown scope with Entra ID's numbers", async () => {
    const oboAssertion = await officeToken(sandbox);
    const wrong = msalServer(sandbox, { clientSecret: 'wrong' });
    await expect(wrong.acquireTokenOnBehalfOf({ oboAssertion, scopes })).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorNo: 7000215,
    });
    await expect(exchange(oboAssertion, { scopes: ['Nonsense'] })).rejects.toMatchObject({
      errorCode: 'invalid_scope',
      errorNo: 70011,
    });
  });

  it('returns a claims challenge once, and accepts a token that satisfies it', async () => {
    const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
    sandbox.state.setScenario({ obo: [{ aadsts: 50076, claims }, 'ok'] });
    const token = await officeToken(sandbox);
    const refusal = await exchange(token).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
    expect(refusal).toMatchObject({
      errorNo: 50076,
      subError: 'basic_action',
      claims: JSON.stringify(claims),
    });
    const proved = await officeToken(sandbox, { authChallenge: JSON.stringify(claims) });
    expect(decodeJwt(proved)).toMatchObject({ acrs: ['c1'], amr: ['pwd', 'mfa'] });
    const result = await exchange(proved);
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ acrs: ['c1'] });
  });

  it('logs user, scopes, claims and answer, but never a token', async () => {
    sandbox.state.setScenario({ obo: [{ aadsts: 65001 }, 'ok'] });
    const token = await officeToken(sandbox);
    await expect(exchange(token)).rejects.toMatchObject({ subError: 'consent_required' });
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    await exchange(token, { claims });
    const entries = sandbox.state.log.entries.filter(({ kind }) => kind === 'obo');
    expect(entries).toMatchObject([
      {
        user: 'adele',
        tenant: 'common',
        scopes: expect.arrayContaining(scopes) as string[],
        claims: false,
        answer: 65001,
      },
      { user: 'adele', claims: expect.stringContaining('"nbf"') as string, answer: 'ok' },
    ]);
    expect(JSON.stringify(sandbox.state.log.entries)).not.toMatch(/eyJ|only-good/);
  });
});

describe('token endpoint', () => {
  const post = async (form: Record<string, string>, tenant = 'common') =>
    sandbox.fetch(`${sandbox.origins.entra}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        client_id: SANDBOX_CLIENT_ID,
        client_secret: SANDBOX_CLIENT_SECRET,
        scope: 'https://graph.microsoft.com/.default',
        assertion: await officeToken(sandbox),
        ...form,
      }),
    });

  it('echoes .default in its original form', async () => {
    expect(await json(post({}))).toMatchObject({
      scope: 'https://graph.microsoft.com/.default',
      expires_in: 3599,
    });
  });

  it.each([
    [{ client_id: 'other' }, 700016],
    [{ grant_type: 'password' }, 70003],
    [{ requested_token_use: 'x' }, 900144],
    [{ scope: '' }, 900144],
    [{ client_assertion: 'x', client_secret: '' }, 7000215],
  ])('rejects %j with the matching number', async (form, number) => {
    const answer = await post(form);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await json(answer)).toMatchObject({
      error_codes: [number],
      error_description: expect.stringMatching(
        new RegExp(`^AADSTS${number}: .+ Trace ID: .+ Timestamp: `),
      ) as string,
    });
  });

  it('rejects users of other tenants and unknown tenants', async () => {
    expect(await json(post({}, users.adele.tenant.id))).toMatchObject({ token_type: 'Bearer' });
    expect(await json(post({}, users.lee.tenant.id))).toMatchObject({ error_codes: [50020] });
    expect(await json(post({}, 'nowhere'))).toMatchObject({ error_codes: [90002] });
  });

  it('throttles, fails, or sends an empty body, an HTML page or a reset as in the scenario', async () => {
    sandbox.state.setScenario({
      obo: [{ status: 429, retryAfter: 7 }, { status: 503 }, 'empty', 'html', 'reset'],
    });
    const throttled = await post({});
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await post({})).status).toBe(503);
    expect(await json(post({}))).toEqual({});
    expect(await (await post({})).text()).toContain('<!doctype html>');
    await expect(post({})).rejects.toThrow('fetch failed');
  });

  it('returns 413 for an oversized body, and an error for one it cannot parse', async () => {
    const url = `${sandbox.origins.entra}/common/oauth2/v2.0/token`;
    const huge = await sandbox.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `a=${'x'.repeat(100_000)}`,
    });
    expect(huge.status).toBe(413);
    const none = await sandbox.fetch(url, { method: 'POST', body: 'nonsense' });
    expect(await json(none)).toMatchObject({ error_codes: [900144] });
  });
});
