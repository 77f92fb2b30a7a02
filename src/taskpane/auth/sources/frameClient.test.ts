import type { AuthenticationResult, EventCallbackFunction } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../contract/problem.ts';
import type { PageSettings } from '../../../contract/signIn.ts';
import type { TokenRequest } from '../token.ts';
import {
  createFrameClient,
  type FrameClientOptions,
  type Msal,
  isSameAccount,
  readOfficeAccount,
  type OfficeAccount,
} from './frameClient.ts';

const never = new AbortController().signal;
const silent: TokenRequest = { source: 'nested', mode: 'silent' };
const interactive: TokenRequest = { source: 'nested', mode: 'interactive' };
const CLIENT_ID = '5a5d0b0c-0000-4000-8000-000000000001';
const apiScope = `api://addin.test/${CLIENT_ID}/access_as_user`;
const settings = { clientId: CLIENT_ID, apiScope, graphScopes: ['User.Read'] } as unknown as PageSettings;
const office = {
  hint: 'hint',
  userObjectId: 'adele',
  tenantId: 'contoso',
  userPrincipalName: 'adele@contoso.com',
};
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const loginRequired = Object.assign(new Error(), {
  name: 'InteractionRequiredAuthError',
  errorCode: 'login_required',
});

function result(username = 'adele@contoso.com') {
  const account = { homeAccountId: 'home', localAccountId: 'local', username };
  return { accessToken: `token of ${username}`, account } as unknown as AuthenticationResult;
}

type Call = [method: string, request: Record<string, unknown>];
type Answers = Partial<
  Record<'ssoSilent' | 'acquireTokenSilent' | 'acquireTokenPopup', () => Promise<AuthenticationResult>>
>;

/** A client whose MSAL.js records the requests, and gives the answers. */
function client(answers: Answers = {}, options: Partial<FrameClientOptions> = {}) {
  const calls: Call[] = [];
  const returns = new Set<() => void>();
  let report: EventCallbackFunction | undefined;
  const popup = { closed: false };
  const answer = (method: keyof Answers) => (request: unknown) => {
    calls.push([method, request as Record<string, unknown>]);
    if (method === 'acquireTokenPopup') report?.({ payload: { popupWindow: popup } } as never);
    return (answers[method] ?? (() => Promise.resolve(result())))();
  };
  const msal = {
    ssoSilent: answer('ssoSilent'),
    acquireTokenSilent: answer('acquireTokenSilent'),
    acquireTokenPopup: answer('acquireTokenPopup'),
    addEventCallback(callback: EventCallbackFunction) {
      report = callback;
      return 'id';
    },
    removeEventCallback: () => (report = undefined),
  } as unknown as Msal;
  const made = createFrameClient({
    msal,
    settings,
    readAccount: () => Promise.resolve(office),
    blocksCookies: () => Promise.resolve(false),
    onReturn: (callback) => {
      returns.add(callback);
      return () => void returns.delete(callback);
    },
    ...options,
  });
  return { made, calls, popup, returns, returnToPane: () => returns.forEach((callback) => callback()) };
}

describe('a silent request', () => {
  it("uses the identity provider's session for the account of Office", async () => {
    const { made, calls } = client();
    expect(await made.getToken(silent, never)).toMatchObject({ value: 'token of adele@contoso.com' });
    expect(calls).toEqual([['ssoSilent', { scopes: [apiScope], loginHint: 'hint' }]]);
  });

  it('renews the token of the signed-in account', async () => {
    const { made, calls } = client();
    await made.getToken(silent, never);
    await made.getToken({ ...silent, fresh: true }, never);
    expect(calls[1]).toMatchObject([
      'acquireTokenSilent',
      { account: { username: 'adele@contoso.com' }, forceRefresh: true },
    ]);
  });

  it('passes the claims of a challenge, and bypasses the cache', async () => {
    const { made, calls } = client();
    await made.getToken(silent, never);
    await made.getToken({ ...silent, claims }, never);
    expect(calls[1]).toMatchObject(['acquireTokenSilent', { claims, forceRefresh: true }]);
  });

  it('rejects the account of another user', async () => {
    const { made } = client({ ssoSilent: () => Promise.resolve(result('lee@contoso.com')) });
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_failed' });
  });

  it('rejects with nested_unavailable if the browser blocks third-party cookies', async () => {
    const { made, calls } = client({}, { blocksCookies: () => Promise.resolve(true) });
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_unavailable' });
    expect(calls).toEqual([]);
  });

  it('asks Office again after it named no account', async () => {
    let calls = 0;
    const readAccount = () =>
      (calls += 1) === 1 ? Promise.reject(new ProblemError('nested_unavailable')) : Promise.resolve(office);
    const { made } = client({}, { readAccount });
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_unavailable' });
    await expect(made.getToken(silent, never)).resolves.toBeDefined();
  });
});

describe('an interactive request', () => {
  const pending = () => new Promise<never>(() => undefined);

  it('opens one window that asks for consent too', async () => {
    const { made, calls } = client({ ssoSilent: () => Promise.reject(loginRequired) });
    await expect(made.getToken(silent, never)).rejects.toBe(loginRequired);
    await made.getToken({ ...interactive, claims }, never);
    expect(calls.slice(1)).toEqual([
      [
        'acquireTokenPopup',
        {
          scopes: [apiScope],
          extraScopesToConsent: ['User.Read'],
          claims,
          loginHint: 'hint',
          overrideInteractionInProgress: true,
        },
      ],
    ]);
  });

  it('lets the user choose the account', async () => {
    const { made, calls, returns } = client({
      acquireTokenPopup: () => Promise.resolve(result('lee@contoso.com')),
    });
    expect(await made.getToken({ ...interactive, chooseAccount: true }, never)).toMatchObject({
      value: 'token of lee@contoso.com',
    });
    expect(calls[0]?.[1]).toMatchObject({ prompt: 'select_account' });
    expect(calls[0]?.[1]).not.toHaveProperty('loginHint');
    expect(returns.size).toBe(0);
  });

  it('uses the new session if the response of the window does not reach the pane', async () => {
    let signedIn = false;
    const { made, calls, returns, returnToPane } = client({
      acquireTokenPopup: pending,
      ssoSilent: () => (signedIn ? Promise.resolve(result()) : Promise.reject(loginRequired)),
    });
    const getting = made.getToken({ ...interactive, claims }, never);
    await expect.poll(() => calls.length).toBe(1);
    returnToPane();
    await expect.poll(() => calls.length).toBe(2);
    signedIn = true;
    returnToPane();
    expect(await getting).toMatchObject({ value: 'token of adele@contoso.com' });
    expect(calls[2]).toMatchObject(['ssoSilent', { claims }]);
    expect(returns.size).toBe(0);
  });

  it('rejects with nested_cancelled after the user closed the window', async () => {
    const { made, calls, popup, returnToPane } = client({
      acquireTokenPopup: pending,
      ssoSilent: () => Promise.reject(loginRequired),
    });
    const getting = made.getToken(interactive, never);
    await expect.poll(() => calls.length).toBe(1);
    popup.closed = true;
    returnToPane();
    await expect(getting).rejects.toMatchObject({ code: 'nested_cancelled' });
  });

  it('stops waiting for the user when the request has ended', async () => {
    const ended = new AbortController();
    const { made, returns } = client({ acquireTokenPopup: pending });
    void made.getToken(interactive, ended.signal);
    await expect.poll(() => returns.size).toBe(1);
    ended.abort();
    expect(returns.size).toBe(0);
  });
});

const AUTHORITY = 'https://login.microsoftonline.com/common';
const context = {
  userObjectId: 'Oid',
  tenantId: 'Tid',
  userPrincipalName: 'adele@contoso.com',
  authorityType: 'aad',
  authorityBaseUrl: 'https://login.microsoftonline.com',
  loginHint: 'opaque-hint',
} as const;
const authOf = (answer: () => Promise<Partial<Office.AuthContext> | undefined>) => ({
  auth: { getAuthContext: answer },
});
const read = (answer: () => Promise<Partial<Office.AuthContext> | undefined>, authority = AUTHORITY) =>
  readOfficeAccount(authOf(answer), authority, 20);

describe('readOfficeAccount', () => {
  it('prefers the login hint to the user name', async () => {
    expect(await read(() => Promise.resolve(context))).toMatchObject({ hint: 'opaque-hint' });
    const { loginHint: _loginHint, ...rest } = context;
    expect(await read(() => Promise.resolve(rest))).toMatchObject({ hint: 'adele@contoso.com' });
  });

  it.each([
    ['names no account', () => Promise.resolve({ loginHint: '' })],
    ['returns nothing', () => Promise.resolve(undefined)],
    ['rejects with a code', () => Promise.reject(Object.assign(new Error(), { code: 13006 }))],
    ['never answers', () => new Promise<never>(() => undefined)],
    [
      'throws',
      () => {
        throw new TypeError('x');
      },
    ],
  ])('rejects with nested_unavailable when Office %s', async (_case, answer) => {
    await expect(read(answer)).rejects.toMatchObject({ code: 'nested_unavailable' });
  });

  it('rejects with nested_unavailable without getAuthContext', async () => {
    await expect(readOfficeAccount({}, AUTHORITY)).rejects.toMatchObject({ code: 'nested_unavailable' });
  });

  it.each([
    ['https://login.microsoftonline.us', AUTHORITY, false],
    ['https://login.microsoftonline.us', 'https://login.microsoftonline.us/organizations', true],
    ['https://login.windows.net', AUTHORITY, true],
    ['https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn/common', true],
    ['https://localhost:3002', 'https://localhost:3002/common', true],
    ['https://attacker.test', AUTHORITY, false],
    ['no address', AUTHORITY, false],
  ])('with the account at %s and AUTHORITY %s: %s', async (authorityBaseUrl, authority, accepted) => {
    const account = read(() => Promise.resolve({ ...context, authorityBaseUrl }), authority);
    if (accepted) await expect(account).resolves.toBeDefined();
    else await expect(account).rejects.toMatchObject({ code: 'nested_unavailable' });
  });
});

describe('isSameAccount', () => {
  const adele: OfficeAccount = { ...context, hint: 'opaque-hint' };
  const account = { homeAccountId: 'x.y', localAccountId: 'x', username: 'lee@contoso.com' };

  it.each([
    [{ homeAccountId: 'oid.tid' }, true],
    [{ localAccountId: 'OID' }, true],
    [{ username: 'Adele@Contoso.com' }, true],
    [{}, false],
  ])('%j: %s', (members, same) => expect(isSameAccount(adele, { ...account, ...members })).toBe(same));

  it('does not match an account with empty members', () => {
    const unnamed = { hint: 'h', userObjectId: '', tenantId: '', userPrincipalName: '' };
    expect(isSameAccount(unnamed, { homeAccountId: 'x', localAccountId: '', username: '' })).toBe(false);
  });
});
