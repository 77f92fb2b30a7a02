import { describe, expect, it } from 'vitest';
import type { PageSettings } from '../../../contract/signIn.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { TokenRequest } from '../tokenRequest.ts';
import { nestedAppAuth } from './nestedAppAuth.ts';
import { nestedProblem } from './nestedProblem.ts';
import type { NestedClient } from './nestedClient.ts';

const silent: TokenRequest = { source: 'nested', mode: 'silent' };
const never = new AbortController().signal;
const limits = { loadMs: 20, startMs: 20, hookMs: 20, silentMs: 20, interactiveMs: 20 };
const pending = () => new Promise<never>(() => undefined);

const settings = { nestedAppAuth: true } as PageSettings;
const office = (supported = true) => ({ context: { requirements: { isSetSupported: () => supported } } });

const source = (client: () => Promise<NestedClient>) =>
  nestedAppAuth({
    office: office(),
    settings,
    load: () => Promise.resolve({ createNestedClient: client, hostLoadsBridge: () => false }),
    timeLimits: limits,
  });

describe('nested app auth', () => {
  it('is available if Office supports it and the setting allows it', () => {
    expect(nestedAppAuth({ office: office(), settings }).available()).toBe(true);
    expect(nestedAppAuth({ office: office(false), settings }).available()).toBe(false);
    expect(
      nestedAppAuth({ office: office(), settings: { ...settings, nestedAppAuth: false } }).available(),
    ).toBe(false);
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
    give[0]?.({ getToken: () => Promise.resolve(token) });
    expect(await Promise.all(others)).toEqual([token, token]);
    expect(starts).toBe(1);
  });

  it('waits longer for a host that loads its bridge', async () => {
    const late = new Promise<NestedClient>((resolve) =>
      setTimeout(() => resolve({ getToken: () => Promise.resolve({} as never) }), 60),
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
    const made = source(() => Promise.resolve({ getToken: pending }));
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_timeout' });
  });

  it('stays available after the host requires interaction', async () => {
    const refuse = () => Promise.reject(Object.assign(new Error(), { name: 'InteractionRequiredAuthError' }));
    const made = source(() => Promise.resolve({ getToken: refuse }));
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_interaction_required' });
    expect(made.available()).toBe(true);
  });

  it.each([
    [{ errorCode: 'user_canceled' }, 'nested_cancelled'],
    [{ errorCode: 'no_network_connectivity' }, 'nested_no_network'],
    [{ errorCode: 'nested_app_auth_bridge_disabled' }, 'nested_unavailable'],
    [{ errorCode: 'NESTED_APP_AUTH_UNAVAILABLE' }, 'nested_unavailable'],
    [{ name: 'InteractionRequiredAuthError', errorCode: 'whatever' }, 'nested_interaction_required'],
    [{ errorCode: 'server_error' }, 'nested_failed'],
    [new TypeError('x'), 'nested_failed'],
    [undefined, 'nested_failed'],
    [new ProblemError('nested_timeout'), 'nested_timeout'],
  ])('maps %j to %s', (thrown, code) => expect(nestedProblem(thrown).code).toBe(code));
});
