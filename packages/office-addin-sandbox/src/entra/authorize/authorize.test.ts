import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { users } from '../../users.ts';
import { redirected, TestBrowser } from '../../testing/browser.ts';
import { json, startTestSandbox, type TestSandbox } from '../../testing/testSandbox.ts';

let sandbox: TestSandbox;
let browser: TestBrowser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.state.reset();
  browser = new TestBrowser(sandbox);
});

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly client_info: string;
  readonly scope: string;
}
const signIns = () => sandbox.state.log.entries.filter(({ kind }) => kind === 'signIn');
const challenge = '{"access_token":{"acrs":{"essential":true,"value":"c2"}}}';

describe('authorization code flow', () => {
  it('returns tokens for the chosen user', async () => {
    const page = await browser.open();
    expect(page.status).toBe(200);
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    const answer = await browser.press(page, 'account-adele');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('location')).toMatch(new RegExp(`^${browser.redirectUri}#code=`));
    const { code = '', state } = redirected(answer);
    expect(state).toBe('some state');
    const redeemed = await browser.redeem(code);
    expect(redeemed.headers.get('access-control-allow-origin')).toBe(sandbox.origins.addin);
    const tokens = await json<Tokens>(redeemed);
    const { oid, tenant } = users.adele;
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      oid,
      tid: tenant.id,
      scp: 'access_as_user',
      ver: '2.0',
    });
    expect(decodeJwt(tokens.id_token)).toMatchObject({ oid, nonce: 'some nonce' });
    expect(JSON.parse(Buffer.from(tokens.client_info, 'base64url').toString())).toEqual({
      uid: oid,
      utid: tenant.id,
    });
    const fresh = await json<Tokens>(browser.refresh(tokens.refresh_token, 'User.Read'));
    expect(decodeJwt(fresh.access_token)).toMatchObject({ oid, scp: 'User.Read' });
    expect(await json(browser.refresh(tokens.refresh_token, 'User.Read'))).toMatchObject({
      error_codes: [70000],
    });
    expect(signIns()).toMatchObject([
      { flow: 'interactive', user: 'adele', claims: false, prompt: null, answer: 'ok' },
    ]);
    expect(JSON.stringify(signIns())).not.toContain(code);
  });

  it('redeems a code once, and only with its verifier, redirect URI and origin', async () => {
    const freshCode = async () =>
      redirected(await browser.press(await browser.open({ prompt: 'login' }), 'account-adele'));
    const { code = '' } = await freshCode();
    expect((await browser.redeem(code)).status).toBe(200);
    expect(await json(browser.redeem(code))).toMatchObject({ error_codes: [70000] });
    const wrong = async (change: Record<string, string>, origin?: string) =>
      json(browser.redeem((await freshCode())['code'] ?? '', change, origin));
    expect(await wrong({ code_verifier: 'x' })).toMatchObject({ error_codes: [501481] });
    expect(await wrong({ redirect_uri: 'https://x.example' })).toMatchObject({ error_codes: [50011] });
    expect(await wrong({}, '')).toMatchObject({ error_codes: [9002327] });
    expect(await wrong({}, 'https://evil.example')).toMatchObject({ error_codes: [9002326] });
    expect(await wrong({ scope: `${browser.apiScope} User.Read` })).toMatchObject({ error_codes: [28000] });
  });

  it('sends no COOP in a scenario with coop: false', async () => {
    sandbox.state.setScenario({ coop: false });
    expect((await browser.open()).headers.has('cross-origin-opener-policy')).toBe(false);
  });

  it.each([
    ['2.39.0', null],
    ['4.27.0', null],
    ['5.29.0', 'same-origin'],
  ])('sends MSAL.js %s the COOP %s on all pages', async (version, coop) => {
    const page = await browser.open({ 'x-client-SKU': 'msal.js.browser', 'x-client-VER': version });
    expect(page.headers.get('cross-origin-opener-policy')).toBe(coop);
    const answer = await browser.press(page, 'account-adele');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe(coop);
  });

  it('posts the code to the application with response_mode=form_post', async () => {
    const page = await browser.press(await browser.open({ response_mode: 'form_post' }), 'account-lee');
    expect([page.status, page.headers.get('location')]).toEqual([200, null]);
    const html = await page.text();
    expect(html).toContain(`<form method="post" action="${browser.redirectUri}">`);
    expect(html).toContain('data-automatic="continue"');
    expect(html).toContain('<input type="hidden" name="state" value="some state">');
    const code = /name="code" value="([^"]+)"/u.exec(html)?.[1] ?? '';
    expect((await browser.redeem(code)).status).toBe(200);
    const refused = await browser.open({ response_mode: 'form_post', scope: '' });
    expect(await refused.text()).toContain('name="error" value="invalid_request"');
  });

  it('returns the code in the query with response_mode=query', async () => {
    const answer = await browser.press(await browser.open({ response_mode: 'query' }), 'account-lee');
    expect(answer.headers.get('location')).toContain('/bridge.html?code=');
  });
});

describe('invalid requests', () => {
  it.each([
    ['another client', { client_id: 'x' }],
    ['another redirect URI', { redirect_uri: 'https://evil.example/bridge.html' }],
  ])('shows an error page for %s and does not redirect', async (_what, change) => {
    const answer = await browser.open(change);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).toContain('Sandbox identity provider');
  });

  it.each([
    ['no PKCE', { code_challenge: undefined }, 'AADSTS9002325'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'AADSTS9002325'],
    ['the implicit flow', { response_type: 'token' }, 'AADSTS90014'],
    ['no scope', { scope: '' }, 'AADSTS900144'],
    ['an unknown scope', { scope: 'openid Nonsense' }, 'AADSTS70011'],
  ])('redirects to the application with an error for %s', async (_what, change, text) => {
    expect(redirected(await browser.open(change))['error_description']).toContain(text);
  });

  it('escapes values of the request in pages', async () => {
    const answer = await browser.open({ redirect_uri: 'https://x/"><script>alert(1)</script>' });
    expect(await answer.text()).not.toContain('<script>alert');
  });
});

describe('sign-in scenarios', () => {
  it('returns access_denied with the subcode cancel for Cancel', async () => {
    sandbox.state.setScenario({ signIn: ['cancel'] });
    const page = await browser.open();
    const html = await page.clone().text();
    expect(html).toContain('data-automatic="cancel"');
    const answer = redirected(await browser.press(page, 'cancel'));
    expect(answer).toMatchObject({ error: 'access_denied', error_subcode: 'cancel', state: 'some state' });
    expect(signIns()).toMatchObject([{ answer: 'cancel' }]);
  });

  it('lists the scopes on the consent page, and remembers the consent', async () => {
    sandbox.state.setScenario({ signIn: ['consent'] });
    const consent = await browser.press(await browser.open(), 'account-adele');
    expect(await consent.clone().text()).toMatch(/Files\.Read[\s\S]+data-testid="accept"/);
    expect(redirected(await browser.press(consent, 'accept'))).toHaveProperty('code');
    const again = await browser.press(await browser.open({ prompt: 'select_account' }), 'account-adele');
    expect(redirected(again)).toHaveProperty('code');
  });

  it('returns AADSTS65004 for declined consent', async () => {
    sandbox.state.setScenario({ signIn: ['decline'] });
    const answer = redirected(await browser.press(await browser.open(), 'account-adele', 'decline'));
    expect(answer['error']).toBe('access_denied');
    expect(answer['error_description']).toContain('AADSTS65004');
  });

  it('requires multifactor authentication for the scenario or for claims, and adds it to the token', async () => {
    sandbox.state.setScenario({ signIn: ['mfa', 'ok'] });
    expect(redirected(await browser.press(await browser.open(), 'account-adele', 'approve'))).toHaveProperty(
      'code',
    );
    const page = await browser.open({ claims: challenge });
    const { code = '' } = redirected(await browser.press(page, 'approve'));
    const { access_token: token } = await json<Tokens>(browser.redeem(code));
    expect(decodeJwt(token)).toMatchObject({ acrs: ['c2'] });
    expect(signIns()[1]).toMatchObject({ claims: challenge });
  });

  it("does not treat the client's capabilities as a challenge", async () => {
    const claims = '{"access_token":{"xms_cc":{"values":["CP1"]}}}';
    expect(redirected(await browser.press(await browser.open({ claims }), 'account-adele'))).toHaveProperty(
      'code',
    );
  });

  it('signs in a different account automatically, or fails', async () => {
    sandbox.state.setScenario({ signIn: ['wrong-account', 'fail'] });
    const page = await browser.open();
    expect(await page.clone().text()).toContain('data-automatic="account-alex"');
    expect(redirected(await browser.press(page, 'account-alex'))).toHaveProperty('code');
    const failed = await browser.press(await browser.open(), 'account-adele');
    expect(redirected(failed)).toMatchObject({ error: 'server_error' });
  });

  it('waits for a click if the scenario is interactive, and otherwise continues after a second', async () => {
    expect(await (await browser.open()).text()).toMatch(/setTimeout\(\(\) => button\.click\(\), 1000\)/);
    sandbox.state.setScenario({ interactive: true });
    expect(await (await browser.open()).text()).not.toContain('<script');
  });

  it('rejects accounts of other tenants', async () => {
    const answer = await browser.press(await browser.open({}, 'organizations'), 'account-pat');
    expect(redirected(answer)['error_description']).toContain('AADSTS50020');
  });

  it('rejects a second submit of a finished sign-in', async () => {
    const page = await browser.open();
    await browser.press(page.clone(), 'account-adele');
    const late = await browser.press(page, 'account-adele');
    expect(late.status).toBe(400);
    expect(await late.text()).toContain('This sign-in is over');
  });
});

describe('browser session', () => {
  const signIn = async (id: string) =>
    browser.press(await browser.open({ prompt: 'select_account' }), `account-${id}`);

  it('skips the pages on the second sign-in in the same browser', async () => {
    await signIn('adele');
    expect(redirected(await browser.open())).toHaveProperty('code');
    expect(signIns().map(({ flow }) => flow)).toEqual(['interactive', 'session']);
    expect((await new TestBrowser(sandbox).open()).status).toBe(200);
  });

  it.each(['select_account', 'login', 'consent'])(
    'shows a page for prompt=%s despite the session',
    async (prompt) => {
      await signIn('adele');
      expect((await browser.open({ prompt })).status).toBe(200);
    },
  );

  it('returns a code or the reason for prompt=none', async () => {
    const silent = async (change: Record<string, string> = {}) =>
      redirected(await browser.open({ prompt: 'none', ...change }));
    expect(await silent()).toMatchObject({ error: 'login_required' });
    await signIn('adele');
    expect(await silent()).toHaveProperty('code');
    expect(await silent({ claims: challenge })).toMatchObject({ error: 'interaction_required' });
    expect(await silent({ login_hint: users.lee.mail })).toMatchObject({ error: 'login_required' });
    await signIn('lee');
    expect(await silent()).toMatchObject({ error: 'login_required' });
    expect(await silent({ login_hint: users.lee.mail })).toHaveProperty('code');
    sandbox.state.setScenario({ signIn: ['consent'] });
    expect(await silent({ login_hint: users.lee.mail })).toMatchObject({ suberror: 'consent_required' });
  });

  it('exists without a sign-in in a scenario with a session, until the user signs out', async () => {
    sandbox.state.setScenario({ user: 'megan', entraSession: 'signed-in' });
    expect(redirected(await browser.open({ prompt: 'none' }))).toHaveProperty('code');
    expect(redirected(await browser.open())).toHaveProperty('code');
    expect(redirected(await browser.open({ prompt: 'none', login_hint: users.adele.mail }))).toMatchObject({
      error: 'login_required',
    });
    expect(signIns()).toMatchObject([
      { flow: 'silent', user: 'megan' },
      { flow: 'session', user: 'megan' },
      { flow: 'silent', user: null, answer: 50058 },
    ]);
    await browser.send(`${sandbox.origins.entra}/common/oauth2/v2.0/logout`);
    expect(redirected(await browser.open({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
  });

  it('ends when a scenario starts signed out, and begins again with the next sign-in', async () => {
    await signIn('adele');
    sandbox.state.setScenario({ entraSession: 'signed-out' });
    expect(redirected(await browser.open({ prompt: 'none' }))).toMatchObject({ error: 'login_required' });
    await signIn('adele');
    expect(redirected(await browser.open({ prompt: 'none' }))).toHaveProperty('code');
  });

  it('is unknown to frames, but not to windows, if the browser blocks third-party cookies', async () => {
    await signIn('adele');
    sandbox.state.setScenario({ entraSession: 'cookies-blocked' });
    const from = async (destination: string) =>
      redirected(await browser.open({ prompt: 'none' }, 'common', { 'sec-fetch-dest': destination }));
    expect(await from('iframe')).toMatchObject({ error: 'login_required' });
    expect(await from('document')).toHaveProperty('code');
  });

  it('marks the account of login_hint', async () => {
    const html = await (await browser.open({ login_hint: users.megan.mail })).text();
    expect(html).toMatch(/data-testid="account-megan"\s+aria-current="true"/);
  });

  it('ends on logout and on reset', async () => {
    await signIn('adele');
    const back = encodeURIComponent(`${sandbox.origins.addin}/taskpane.html`);
    const out = `${sandbox.origins.entra}/common/oauth2/v2.0/logout?post_logout_redirect_uri=`;
    expect((await browser.send(out + back)).headers.get('location')).toBe(decodeURIComponent(back));
    expect((await browser.open()).status).toBe(200);
    await signIn('adele');
    sandbox.state.reset();
    expect((await browser.open()).status).toBe(200);
    expect((await browser.send(`${out}https://evil.example`)).headers.get('location')).toBeNull();
  });
});

describe('discovery', () => {
  it('is readable from every origin and contains the addresses of the provider', async () => {
    const at = (tenant: string, query = '') =>
      sandbox.fetch(`${sandbox.origins.entra}/${tenant}/v2.0/.well-known/openid-configuration${query}`);
    const common = await at('common');
    expect(common.headers.get('access-control-allow-origin')).toBe('*');
    const { entra } = sandbox.origins;
    expect(await json(common)).toMatchObject({
      issuer: `${entra}/{tenantid}/v2.0`,
      token_endpoint: `${entra}/common/oauth2/v2.0/token`,
    });
    const { id } = users.adele.tenant;
    expect(await json(at(id))).toMatchObject({ issuer: `${entra}/${id}/v2.0` });
    expect((await at('nowhere')).status).toBe(400);
    expect(await json(at('common', '?appid=x'))).toMatchObject({
      jwks_uri: `${entra}/common/discovery/v2.0/keys?appid=x`,
    });
    const keys = await json<{ keys: unknown[] }>(sandbox.fetch(`${entra}/common/discovery/v2.0/keys`));
    expect(keys.keys).toMatchObject([{ kty: 'RSA', use: 'sig', issuer: `${entra}/{tenantid}/v2.0` }]);
    expect(JSON.stringify(keys)).not.toContain('"d":');
  });

  it('allows the preflight of the token endpoint only for the add-in', async () => {
    const preflight = (origin: string) =>
      sandbox.fetch(`${sandbox.origins.entra}/common/oauth2/v2.0/token`, {
        method: 'OPTIONS',
        headers: { origin },
      });
    expect((await preflight(sandbox.origins.addin)).headers.get('access-control-allow-origin')).toBe(
      sandbox.origins.addin,
    );
    expect((await preflight('https://evil.example')).headers.has('access-control-allow-origin')).toBe(false);
  });
});
