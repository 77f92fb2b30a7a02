import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageSettings } from '../../../contract/signIn.ts';
import { createNestedClient, hostLoadsBridge } from './nestedClient.ts';

/** Runs the real MSAL.js against both kinds of host: with a bridge from the start, and with a hook that loads it. */

const settings = {
  clientId: '5a5d0b0c-0000-4000-8000-000000000001',
  authority: 'https://login.test/organizations',
  apiScope: 'api://addin.test/5a5d0b0c-0000-4000-8000-000000000001/access_as_user',
} as PageSettings;

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

beforeEach(() => vi.stubGlobal('document', { addEventListener: () => undefined, cookie: '' }));
afterEach(() => vi.unstubAllGlobals());

const unavailable = { code: 'nested_unavailable' };

describe('createNestedClient', () => {
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

  it('rejects with nested_unavailable when the bridge refuses', async () => {
    page({ nestedAppAuthBridge: bridge('NESTED_APP_AUTH_UNAVAILABLE') });
    await expect(createNestedClient(settings)).rejects.toMatchObject(unavailable);
  });
});
