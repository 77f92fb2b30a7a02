import { describe, expect, it } from 'vitest';
import { isSameAccount, readOfficeAccount, type OfficeAccount } from './officeAccount.ts';

const AUTHORITY = 'https://login.microsoftonline.com/common';
const context = {
  userObjectId: 'Oid',
  tenantId: 'Tid',
  userPrincipalName: 'adele@contoso.com',
  authorityType: 'aad',
  authorityBaseUrl: 'https://login.microsoftonline.com',
  loginHint: 'opaque-hint',
} as const;
const office = (answer: () => Promise<Partial<Office.AuthContext> | undefined>) => ({
  auth: { getAuthContext: answer },
});
const read = (answer: () => Promise<Partial<Office.AuthContext> | undefined>, authority = AUTHORITY) =>
  readOfficeAccount(office(answer), authority, 20);

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
