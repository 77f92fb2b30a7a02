import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { users } from '../users.ts';
import { SANDBOX_CLIENT_ID } from '../registration.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { askOffice, postControl } from '../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../testing/testSandbox.ts';

const problems = { internal_error: { status: 500, title: 'Something went wrong' } };

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ problems });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.state.reset());

const get = (path: string, headers: Record<string, string> = {}) =>
  sandbox.fetch(`${sandbox.origins.office}/__sandbox/${path}`, { headers });
const put = (body: unknown) => postControl(sandbox, 'scenario', body);

describe('scenarios', () => {
  it('lists the scenarios, and applies one by its id with an empty log', async () => {
    const listed = await json<{ id: string }[]>(get('scenarios'));
    // Scenarios whose problems aren't in the table are omitted.
    expect(scenarios.map(({ id }) => id).filter((id) => !listed.some((one) => one.id === id))).toEqual([
      'server-shutting-down',
      'pane-defect',
      'preferences-unavailable',
      'preferences-changed',
    ]);
    sandbox.state.log.add('graph', {});
    expect(await json(put({ id: 'sso-13005' }))).toMatchObject({
      id: 'sso-13005',
      scenario: { getAccessToken: [13005] },
    });
    expect(await json(get('scenario'))).toMatchObject({
      id: 'sso-13005',
      scenario: { user: 'adele', coop: true },
    });
    expect(await json(get('log'))).toEqual([]);
  });

  it('applies a composed scenario', async () => {
    expect(await json(put({ scenario: { user: 'lee', obo: [{ aadsts: 50076 }] } }))).toMatchObject({
      id: null,
      scenario: { user: 'lee', graph: ['ok'] },
    });
  });

  it.each([
    [{ id: 'nothing' }, 404, '"nothing"'],
    [{ id: 'sso-1300' }, 404, 'Did you mean sso-13000?'],
    [{ scenario: { user: 'nobody' } }, 400, 'scenario.user'],
    [{ scenario: { obo: ['ok', 'sometimes'] } }, 400, 'scenario.obo[1]'],
    [{ scenario: { color: 1 } }, 400, 'color'],
    [{}, 400, 'body'],
    [{ id: 'ok', scenario: {} }, 400, 'body'],
    [[], 400, 'body'],
  ])('rejects %j with a message', async (body, status, naming) => {
    const before = sandbox.state.scenario;
    const answer = await put(body);
    expect(answer.status).toBe(status);
    expect((await json<{ error: string }>(answer)).error).toContain(naming);
    expect(sandbox.state.scenario).toBe(before);
  });

  it('returns 400 for a body that is not JSON', async () => {
    const answer = await sandbox.fetch(`${sandbox.origins.office}/__sandbox/scenario`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([answer.status, await json(answer)]).toMatchObject([400, { error: expect.any(String) as string }]);
  });
});

describe('documents', () => {
  it('keeps the content until a reset, and logs what was written', async () => {
    const content = [{ kind: 'paragraph', text: 'Plan.docx' }];
    expect((await postControl(sandbox, 'office/document', { app: 'word', content, written: 1 })).status).toBe(
      204,
    );
    expect(await json(get('document?app=word'))).toEqual({ app: 'word', content });
    expect(await json(get('document?app=excel'))).toEqual({ app: 'excel', content: [] });
    expect(sandbox.state.log.entries).toMatchObject([{ kind: 'document', app: 'word', written: 1 }]);
    await postControl(sandbox, 'reset', {});
    expect(await json(get('document?app=word'))).toEqual({ app: 'word', content: [] });
    expect((await get('document?app=paint')).status).toBe(400);
  });

  it("logs a dialog's address without query and fragment", async () => {
    await postControl(sandbox, 'office/dialog', {
      app: 'word',
      url: 'https://localhost:1/d.html?code=secret#x',
      code: 12011,
    });
    expect(sandbox.state.log.entries).toMatchObject([
      { kind: 'dialog', url: 'https://localhost:1/d.html', code: 12011 },
    ]);
  });
});

describe('getAccessToken', () => {
  it("returns the user's token and logs the options", async () => {
    const { token = '' } = await askOffice(sandbox, { forMSGraphAccess: true });
    expect(decodeJwt(token)).toMatchObject({
      aud: SANDBOX_CLIENT_ID,
      iss: `${sandbox.origins.entra}/${users.adele.tenant.id}/v2.0`,
      oid: users.adele.oid,
      scp: 'access_as_user',
    });
    expect(sandbox.state.log.entries).toMatchObject([
      { kind: 'getAccessToken', app: 'word', options: { forMSGraphAccess: true }, answer: 'ok' },
    ]);
  });

  it('returns the answers in order and repeats the last', async () => {
    sandbox.state.setScenario({ getAccessToken: [13005, 'no-code', { error: 13013, afterMs: 30 }] });
    const answers = [];
    for (let call = 0; call < 4; call += 1) answers.push(await askOffice(sandbox));
    expect(answers).toEqual([{ error: 13005 }, { error: null }, { error: 13013 }, { error: 13013 }]);
  });

  it('prompts a signed-out user only when the call allows it', async () => {
    sandbox.state.setScenario({ signedInToOffice: false });
    const allowed = { allowSignInPrompt: true };
    expect(await askOffice(sandbox)).toEqual({ error: 13001 });
    expect(await askOffice(sandbox, allowed)).toEqual({ prompt: true });
    expect(await askOffice(sandbox, allowed, { promptAnswer: 'cancel' })).toEqual({ error: 13002 });
    expect(await askOffice(sandbox, allowed, { promptAnswer: 'sign-in' })).toHaveProperty('token');
    expect(await askOffice(sandbox)).toHaveProperty('token');
    sandbox.state.setScenario({ signedInToOffice: false });
    expect(await askOffice(sandbox)).toEqual({ error: 13001 });
  });

  it('returns 13008 to an overlapping call of the same frame until the first call is closed', async () => {
    sandbox.state.setScenario({ getAccessToken: ['hang', 'ok'] });
    const gone = new AbortController();
    const call = { app: 'word', frame: 'one', options: {} };
    const hanging = postControl(sandbox, 'office/access-token', call, gone.signal);
    const ended = expect(hanging).rejects.toThrow('aborted');
    await expect.poll(() => sandbox.state.log.entries.length).toBe(1);
    expect(await askOffice(sandbox, {}, { frame: 'one' })).toEqual({ error: 13008 });
    expect(await askOffice(sandbox, {}, { frame: 'two' })).toHaveProperty('token');
    gone.abort();
    await ended;
    await expect.poll(() => askOffice(sandbox, {}, { frame: 'one' })).toHaveProperty('token');
  });

  it('overrides claims, with times in seconds from now', async () => {
    sandbox.state.setScenario({ getAccessToken: [{ token: { exp: -10, oid: null, scp: 'x' } }] });
    const claims = decodeJwt((await askOffice(sandbox)).token ?? '');
    expect(claims['scp']).toBe('x');
    expect(claims).not.toHaveProperty('oid');
    expect(claims.exp).toBeLessThan(Date.now() / 1000);
  });
});

describe('getAuthContext', () => {
  const ask = () =>
    json(
      postControl(sandbox, 'office/scripted', { app: 'word', kind: 'authContext', what: 'getAuthContext' }),
    );

  it('returns the account, with the members of the scenario', async () => {
    sandbox.state.setScenario({ user: 'pat', authContext: ['ok', { loginHint: 'opaque' }] });
    const { oid, tenant, mail } = users.pat;
    const context = {
      userObjectId: oid,
      tenantId: tenant.id,
      userPrincipalName: mail,
      authorityType: 'msa',
      authorityBaseUrl: sandbox.origins.entra,
      loginHint: mail,
    };
    expect(await ask()).toEqual({ answer: { context } });
    expect(await ask()).toEqual({ answer: { context: { ...context, loginHint: 'opaque' } } });
    expect(sandbox.state.log.entries).toMatchObject([
      { kind: 'authContext', app: 'word', answer: 'ok' },
      { kind: 'authContext', answer: 'ok' },
    ]);
  });

  it('fails as the scenario says, and with 13001 if no user is signed in to Office', async () => {
    sandbox.state.setScenario({ authContext: [13006, 'hang'] });
    expect([await ask(), await ask()]).toEqual([{ answer: { error: 13006 } }, { answer: 'hang' }]);
    sandbox.state.setScenario({ signedInToOffice: false });
    expect(await ask()).toEqual({ answer: { error: 13001 } });
    expect(sandbox.state.log.entries).toMatchObject([{ answer: 13001 }]);
  });
});

describe('nested app authentication', () => {
  const ask = (method: string, tokenParams: Record<string, unknown> = {}) =>
    json<Record<string, unknown>>(
      postControl(sandbox, 'office/nested', {
        messageType: 'NestedAppAuthRequest',
        method,
        requestId: 'r1',
        sendTime: 1,
        tokenParams: { clientId: SANDBOX_CLIENT_ID, scope: 'api://x/access_as_user', ...tokenParams },
      }),
    );

  it('returns tokens and accounts', async () => {
    sandbox.state.setScenario({ nestedAppAuth: true });
    const { oid, tenant, mail } = users.adele;
    const account = {
      homeAccountId: `${oid}.${tenant.id}`,
      environment: new URL(sandbox.origins.entra).host,
    };
    expect(await ask('GetInitContext')).toMatchObject({
      messageType: 'NestedAppAuthResponse',
      requestId: 'r1',
      success: true,
      initContext: { accountContext: account },
    });
    const answer = await ask('GetToken');
    expect(answer).toMatchObject({
      success: true,
      account: { ...account, username: mail },
      token: { expires_in: 3600 },
    });
    const { access_token: token } = answer['token'] as { access_token: string };
    expect(decodeJwt(token)).toMatchObject({ oid, aud: SANDBOX_CLIENT_ID, scp: 'access_as_user' });
    expect(sandbox.state.log.entries).toMatchObject([
      { kind: 'nested', method: 'GetInitContext', answer: 'ok' },
      { kind: 'nested', method: 'GetToken', answer: 'ok' },
    ]);
    expect(JSON.stringify(sandbox.state.log.entries)).not.toContain('eyJ');
  });

  it('is unavailable by default', async () => {
    expect(await ask('GetInitContext')).toMatchObject({
      success: false,
      error: { status: 'NESTED_APP_AUTH_UNAVAILABLE' },
    });
  });

  it('requires interaction, in which the user can cancel, fail or sign in', async () => {
    sandbox.state.setScenario({ nestedAppAuth: 'interaction', signIn: ['cancel', 'fail', 'wrong-account'] });
    const status = async (method: string) =>
      ((await ask(method))['error'] as { status?: string } | undefined)?.status;
    expect(await status('GetToken')).toBe('USER_INTERACTION_REQUIRED');
    expect(await status('GetTokenPopup')).toBe('USER_CANCEL');
    expect(await status('GetTokenPopup')).toBe('PERSISTENT_ERROR');
    expect(await ask('GetTokenPopup')).toMatchObject({ account: { username: users.alex.mail } });
    expect(await ask('GetToken')).toMatchObject({ account: { username: users.alex.mail } });
  });

  it('satisfies a claims challenge only at the prompt', async () => {
    sandbox.state.setScenario({ nestedAppAuth: true });
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    expect(await ask('GetToken', { claims })).toMatchObject({
      error: { status: 'USER_INTERACTION_REQUIRED' },
    });
    const answer = await ask('GetTokenPopup', { claims });
    expect(decodeJwt((answer['token'] as { access_token: string }).access_token)).toMatchObject({
      acrs: ['c1'],
    });
  });

  it('never responds in a scenario with hang', async () => {
    sandbox.state.setScenario({ nestedAppAuth: 'hang' });
    const gone = new AbortController();
    const body = { messageType: 'NestedAppAuthRequest', method: 'GetInitContext', requestId: 'r' };
    const hanging = expect(postControl(sandbox, 'office/nested', body, gone.signal)).rejects.toThrow(
      'aborted',
    );
    await expect.poll(() => sandbox.state.log.entries).toMatchObject([{ answer: 'hang' }]);
    gone.abort();
    await hanging;
  });
});

describe('events', () => {
  it('sends the scenario, log entries and documents', async () => {
    const gone = new AbortController();
    const answer = await sandbox.fetch(`${sandbox.origins.office}/__sandbox/events`, { signal: gone.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
    })();
    const ended = expect(reading).rejects.toThrow('aborted');
    sandbox.state.setScenario({ user: 'lee' }, 'other-organization');
    sandbox.state.setDocument('excel', ['x'], 'x');
    await expect.poll(() => text).toContain('event: document\ndata: {"app":"excel","content":["x"]}');
    expect(text).toContain('event: scenario\ndata: {"id":"other-organization"');
    expect(text).toContain('event: log\ndata: {"at":');
    gone.abort();
    await ended;
  });
});

describe('caller guard', () => {
  it.each([
    ['a program', {}, 200],
    ['the host page', { origin: 'OFFICE' }, 200],
    ['another website', { origin: 'https://evil.example' }, 403],
    ['another website on the same port', { origin: 'EVIL_PORT' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['an image on another website', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('answers %s as expected', async (_caller, headers, status) => {
    const { office } = sandbox.origins;
    const real = Object.fromEntries(
      Object.entries(headers as Record<string, string>).map(([name, value]) => [
        name,
        value.replace('OFFICE', office).replace('EVIL_PORT', `https://evil.example:${new URL(office).port}`),
      ]),
    );
    expect((await get('log', real)).status).toBe(status);
  });
});

describe('scripted answers for the pane', () => {
  const ask = (kind: string, what = 'GET /api/me') =>
    json(postControl(sandbox, 'office/scripted', { app: 'word', kind, what }));

  it('returns the answers of each list in order and repeats the last', async () => {
    sandbox.state.setScenario({ server: ['ok', { code: 'internal_error' }], dialog: [12007, 'ok'] });
    expect([await ask('server'), await ask('dialog'), await ask('server'), await ask('server')]).toEqual([
      { answer: 'ok' },
      { answer: 12007 },
      { answer: { code: 'internal_error', ...problems.internal_error } },
      { answer: { code: 'internal_error', ...problems.internal_error } },
    ]);
    expect(await ask('preferences')).toEqual({ answer: 'ok' });
    expect(sandbox.state.log.entries).toMatchObject([
      { kind: 'server', app: 'word', request: 'GET /api/me', answer: 'ok' },
      { kind: 'server', answer: 'internal_error' },
      { kind: 'server', answer: 'internal_error' },
      { kind: 'server', answer: 'ok' },
    ]);
  });

  it('rejects a problem that is not in the table', async () => {
    const answer = await put({ scenario: { server: [{ code: 'no_such_code' }] } });
    expect(answer.status).toBe(400);
    expect((await json<{ error: string }>(answer)).error).toContain(
      'scenario.server[0].code: "no_such_code" is not in the table',
    );
  });
});
