import { describe, expect, it } from 'vitest';
import type { TokenRequest } from '../token.ts';
import { officeProblem, officeSso, type OfficeAuth } from './officeSso.ts';

const silent: TokenRequest = { source: 'office', mode: 'silent' };
const never = new AbortController().signal;

/** A fake Office. `answer` returns the result of each call. */
function office(answer: (options: Office.AuthOptions) => Promise<string>, identityApi = true) {
  const calls: Office.AuthOptions[] = [];
  const fake: OfficeAuth = {
    auth: {
      getAccessToken(options) {
        calls.push({ ...options });
        const answered = answer(options);
        options.allowSignInPrompt = 'changed by Office' as never;
        return answered;
      },
    },
    context: { requirements: { isSetSupported: (name) => name === 'IdentityAPI' && identityApi } },
  };
  return { fake, calls };
}

const jwt = (exp: number) => `e30.${btoa(JSON.stringify({ exp }))}.x`;

describe('Office single sign-on', () => {
  it('allows prompts only in interactive requests, and passes claims on', async () => {
    const { fake, calls } = office(() => Promise.resolve(jwt(1)));
    const source = officeSso(fake, { forMsGraphAccess: true });
    await source.getToken(silent, never);
    await source.getToken({ source: 'office', mode: 'interactive', claims: '{}' }, never);
    expect(calls).toEqual([
      { allowSignInPrompt: false, allowConsentPrompt: false, forMSGraphAccess: true },
      { allowSignInPrompt: true, allowConsentPrompt: true, forMSGraphAccess: true, authChallenge: '{}' },
    ]);
  });

  it('shares one call between concurrent callers', async () => {
    let give: (token: string) => void = () => undefined;
    const { fake, calls } = office(() => new Promise((done) => (give = done)));
    const source = officeSso(fake, { forMsGraphAccess: false });
    const both = [source.getToken(silent, never), source.getToken(silent, never)];
    await Promise.resolve();
    give(jwt(2));
    expect(await Promise.all(both)).toEqual([
      { value: jwt(2), expiresAt: 2000, owner: null },
      { value: jwt(2), expiresAt: 2000, owner: null },
    ]);
    expect(calls).toHaveLength(1);
  });

  it('rejects after the time limit and keeps a token that arrives later', async () => {
    let give: (token: string) => void = () => undefined;
    const { fake } = office(() => new Promise((done) => (give = done)));
    const source = officeSso(fake, { forMsGraphAccess: false }, 5);
    await expect(source.getToken(silent, never)).rejects.toMatchObject({ code: 'sso_timeout' });
    expect(source.takePendingToken?.()).toBeUndefined();
    give(jwt(3));
    await new Promise((done) => setTimeout(done));
    expect(source.takePendingToken?.()).toEqual({ value: jwt(3), expiresAt: 3000, owner: null });
    expect(source.takePendingToken?.()).toBeUndefined();
  });

  it('rejects with sso_13000 if Office lacks the API', async () => {
    const { fake, calls } = office(() => Promise.resolve(jwt(1)), false);
    await expect(officeSso(fake, { forMsGraphAccess: true }).getToken(silent, never)).rejects.toMatchObject({
      code: 'sso_13000',
    });
    expect(calls).toEqual([]);
  });

  it('rejects with sso_no_code when Office returns an empty token', async () => {
    const { fake } = office(() => Promise.resolve(''));
    await expect(officeSso(fake, { forMsGraphAccess: true }).getToken(silent, never)).rejects.toMatchObject({
      code: 'sso_no_code',
    });
  });

  it.each([
    [{ name: 'Not signed in', code: 13001 }, 'sso_13001'],
    [{ code: 13011 }, 'sso_unknown'],
    [{ code: 50001 }, 'sso_50001'],
    [{ name: 'Error' }, 'sso_no_code'],
    [undefined, 'sso_no_code'],
    ['text', 'sso_no_code'],
    [{ code: '13005' }, 'sso_no_code'],
  ])('maps %j to %s', (thrown, code) => expect(officeProblem(thrown).code).toBe(code));
});
