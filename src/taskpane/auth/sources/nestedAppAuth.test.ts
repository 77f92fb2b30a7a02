import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../contract/problem.ts';
import type { PageSettings } from '../../../contract/signIn.ts';
import type { TokenRequest } from '../token.ts';
import { nestedAppAuth } from './nestedAppAuth.ts';
import { createNestedClient, hostLoadsBridge, type NestedClient, nestedProblem } from './nestedClient.ts';

const silent: TokenRequest = { source: 'nested', mode: 'silent' };
const never = new AbortController().signal;
const limits = { loadMs: 20, startMs: 20, hookMs: 20, silentMs: 20, interactiveMs: 20, windowMs: 20 };
const pending = () => new Promise<never>(() => undefined);

const settings = {
  clientId: '5a5d0b0c-0000-4000-8000-000000000001',
  authority: 'https://login.test/organizations',
  apiScope: 'api://addin.test/5a5d0b0c-0000-4000-8000-000000000001/access_as_user',
} as PageSettings;
const office = (supported = true) => ({ context: { requirements: { isSetSupported: () => supported } } });

const source = (client: () => Promise<NestedClient>) =>
  nestedAppAuth({
    office: office(),
    settings,
    load: () => Promise.resolve({ createNestedClient: client, hostLoadsBridge: () => false }),
    timeLimits: limits,
  });

describe('nested app auth', () => {
  it('is available if Office supports it', () => {
    expect(nestedAppAuth({ office: office(), settings }).available()).toBe(true);
    expect(nestedAppAuth({ office: office(false), settings }).available()).toBe(false);
  });

  it('is no longer available after the bridge did not respond', async () => {
    const made = source(pending);
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_timeout' });
    expect(made.available()).toBe(false);
  });

  it('creates one client for concurrent callers, even if one of them cancels', async () => {
    let starts = 0;
    const give: ((client: NestedClient) => void)[] = [];
    const made = source(() => {
      starts += 1;
      return new Promise((resolve) => give.push(resolve));
    });
    const cancel = new AbortController();
    const cancelled = made.getToken(silent, cancel.signal);
    const others = [made.getToken(silent, never), made.getToken(silent, never)];
    await Promise.resolve();
    cancel.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const token = { value: 't', expiresAt: 0, owner: null };
    give[0]?.({ kind: 'bridge', getToken: () => Promise.resolve(token) });
    expect(await Promise.all(others)).toEqual([token, token]);
    expect(starts).toBe(1);
  });

  it('waits longer for a host that loads its bridge', async () => {
    const late = new Promise<NestedClient>((resolve) =>
      setTimeout(() => resolve({ kind: 'bridge', getToken: () => Promise.resolve({} as never) }), 60),
    );
    const made = nestedAppAuth({
      office: office(),
      settings,
      load: () => Promise.resolve({ createNestedClient: () => late, hostLoadsBridge: () => true }),
      timeLimits: { ...limits, hookMs: 5_000 },
    });
    await expect(made.getToken(silent, never)).resolves.toBeDefined();
  });

  it('rejects with nested_timeout when a request gets no response', async () => {
    const made = source(() => Promise.resolve({ kind: 'bridge', getToken: pending }));
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_timeout' });
  });

  it('stays available after the host requires interaction', async () => {
    const refuse = () => Promise.reject(new ProblemError('nested_interaction_required'));
    const made = source(() => Promise.resolve({ kind: 'bridge', getToken: refuse }));
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_interaction_required' });
    expect(made.available()).toBe(true);
  });

  it('gives the user minutes in a window of the browser, and ends the request then', async () => {
    let signal = never;
    const made = source(() =>
      Promise.resolve({
        kind: 'frame',
        getToken: (_request, ended) => {
          signal = ended;
          return pending();
        },
      }),
    );
    const got = made.getToken({ ...silent, mode: 'interactive' }, never);
    await expect(got).rejects.toMatchObject({ facts: { detail: 'No response within 20 ms.' } });
    expect(signal.aborted).toBe(true);
  });

  it.each([
    [{ errorCode: 'user_canceled' }, 'nested_cancelled'],
    [{ errorCode: 'no_network_connectivity' }, 'nested_no_network'],
    [{ errorCode: 'nested_app_auth_bridge_disabled' }, 'nested_unavailable'],
    [{ errorCode: 'NESTED_APP_AUTH_UNAVAILABLE' }, 'nested_unavailable'],
    [{ name: 'InteractionRequiredAuthError', errorCode: 'whatever' }, 'nested_interaction_required'],
    [{ errorCode: 'timed_out' }, 'nested_timeout'],
    [{ errorCode: 'access_denied' }, 'nested_cancelled'],
    [{ errorCode: 'access_denied', errorNo: 65004 }, 'consent_declined'],
    [
      { name: 'InteractionRequiredAuthError', errorMessage: 'AADSTS90094: administrator' },
      'admin_consent_required',
    ],
    [{ errorCode: 'server_error', errorNo: '53003' }, 'policy_blocked'],
    [{ errorCode: 'server_error' }, 'nested_failed'],
    [new TypeError('x'), 'nested_failed'],
    [undefined, 'nested_failed'],
    [new ProblemError('nested_timeout'), 'nested_timeout'],
  ])('maps %j to %s', (thrown, code) => expect(nestedProblem(thrown).code).toBe(code));
});

type Answer = 'ok' | 'NESTED_APP_AUTH_UNAVAILABLE';

/** A bridge as MSAL.js expects it, with JSON text in both directions. */
function bridge(answer: Answer = 'ok') {
  const listeners = new Set<(text: string) => void>();
  return {
    addEventListener: (_type: string, listener: (text: string) => void) => void listeners.add(listener),
    removeEventListener: () => undefined,
    postMessage(text: string) {
      const { requestId } = JSON.parse(text) as { requestId: string };
      const envelope = { messageType: 'NestedAppAuthResponse', requestId };
      const initContext = { sdkName: 'test', sdkVersion: '1', capabilities: {} };
      const reply =
        answer === 'ok'
          ? { ...envelope, success: true, initContext }
          : { ...envelope, success: false, error: { status: answer, code: answer } };
      for (const listener of listeners) listener(JSON.stringify(reply));
    },
  };
}

/** The members of `window` that MSAL.js reads when it starts. */
function page(members: Partial<Pick<Window, 'nestedAppAuthBridge' | '__initializeNestedAppAuth'>> = {}) {
  const made = {
    location: new URL('https://addin.test/taskpane.html'),
    navigator: { userAgent: 'test', onLine: true },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => true,
    console: { log: () => undefined },
    crypto,
    btoa,
    atob,
    ...members,
  };
  vi.stubGlobal('window', made);
  return made as typeof made & Partial<Window>;
}

const unavailable = { code: 'nested_unavailable' };

/** Runs the real MSAL.js against both kinds of host: with a bridge from the start, and with a hook that loads it. */
describe('createNestedClient', () => {
  beforeEach(() => vi.stubGlobal('document', { addEventListener: () => undefined, cookie: '' }));
  afterEach(() => vi.unstubAllGlobals());

  it('uses an existing bridge', async () => {
    page({ nestedAppAuthBridge: bridge() });
    expect(hostLoadsBridge()).toBe(false);
    await expect(createNestedClient(settings)).resolves.toBeDefined();
  });

  it('waits for the hook that loads the bridge and calls it once', async () => {
    let calls = 0;
    const made = page({
      async __initializeNestedAppAuth() {
        calls += 1;
        await Promise.resolve();
        made.nestedAppAuthBridge = bridge();
      },
    });
    expect(hostLoadsBridge()).toBe(true);
    await expect(createNestedClient(settings)).resolves.toBeDefined();
    expect(calls).toBe(1);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('hook'))],
    ['sets no bridge', () => Promise.resolve()],
    [
      'throws',
      () => {
        throw new Error('hook');
      },
    ],
  ])('rejects with nested_unavailable when the hook %s', async (_case, hook) => {
    page({ __initializeNestedAppAuth: hook });
    await expect(createNestedClient(settings)).rejects.toMatchObject(unavailable);
  });

  it('rejects with nested_unavailable without a hook and a bridge', async () => {
    page();
    await expect(createNestedClient(settings)).rejects.toMatchObject(unavailable);
  });

  it('asks Office for the account without a bridge in Office on the web', async () => {
    page();
    const client = await createNestedClient(settings, {});
    expect(client.kind).toBe('frame');
    await expect(client.getToken(silent, never)).rejects.toMatchObject({
      code: 'nested_unavailable',
      facts: { detail: 'Office has no getAuthContext.' },
    });
  });

  it('rejects with nested_unavailable when the bridge refuses', async () => {
    page({ nestedAppAuthBridge: bridge('NESTED_APP_AUTH_UNAVAILABLE') });
    await expect(createNestedClient(settings)).rejects.toMatchObject(unavailable);
  });
});
