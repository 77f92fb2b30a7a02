import { describe, expect, it } from 'vitest';
import type { PageSettings } from '../../../contract/pageSettings.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Ask } from '../ask.ts';
import { nestedAppAuth } from './nestedAppAuth.ts';
import { nestedProblem } from './nestedProblem.ts';
import type { NestedClient } from './nestedClient.ts';

const silent: Ask = { source: 'nested', mode: 'silent' };
const never = new AbortController().signal;
const limits = { loadMs: 20, startMs: 20, silentMs: 20, interactiveMs: 20 };
const pending = () => new Promise<never>(() => undefined);

const settings = { nestedAppAuth: true } as PageSettings;
const office = (supported = true) => ({ context: { requirements: { isSetSupported: () => supported } } });

const source = (client: () => Promise<NestedClient>) =>
  nestedAppAuth({
    office: office(),
    settings,
    load: () => Promise.resolve({ createNestedClient: client }),
    timeLimits: limits,
  });

describe('nested app auth', () => {
  it('is there where Office supports it and the setting allows it', () => {
    expect(nestedAppAuth({ office: office(), settings }).available()).toBe(true);
    expect(nestedAppAuth({ office: office(false), settings }).available()).toBe(false);
    expect(
      nestedAppAuth({ office: office(), settings: { ...settings, nestedAppAuth: false } }).available(),
    ).toBe(false);
  });

  it('a bridge that never answers is given up for good', async () => {
    const made = source(pending);
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_timeout' });
    expect(made.available()).toBe(false);
  });

  it('a request that never answers ends too', async () => {
    const made = source(() => Promise.resolve({ getToken: pending }));
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_timeout' });
  });

  it('a host that asks for interaction is asked again later', async () => {
    const refuse = () => Promise.reject(Object.assign(new Error(), { name: 'InteractionRequiredAuthError' }));
    const made = source(() => Promise.resolve({ getToken: refuse }));
    await expect(made.getToken(silent, never)).rejects.toMatchObject({ code: 'nested_interaction_required' });
    expect(made.available()).toBe(true);
  });

  it.each([
    [{ errorCode: 'user_canceled' }, 'nested_cancelled'],
    [{ errorCode: 'no_network_connectivity' }, 'nested_no_network'],
    [{ errorCode: 'nested_app_auth_bridge_disabled' }, 'nested_unavailable'],
    [{ errorCode: 'no_account_error' }, 'nested_unavailable'],
    [{ name: 'InteractionRequiredAuthError', errorCode: 'whatever' }, 'nested_interaction_required'],
    [{ errorCode: 'server_error' }, 'nested_failed'],
    [new TypeError('x'), 'nested_failed'],
    [undefined, 'nested_failed'],
    [new ProblemError('nested_timeout'), 'nested_timeout'],
  ])('%j is %s', (thrown, code) => expect(nestedProblem(thrown).code).toBe(code));
});
