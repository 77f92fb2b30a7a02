import { describe, expect, it } from 'vitest';
import { ConfigError } from './config.ts';
import { readConfig } from './serverConfig.ts';

const good = { CLIENT_ID: '5A5D0B0C-0000-4000-8000-000000000001', CLIENT_SECRET: 'only-for-tests' };

function wrongsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('readConfig', () => {
  it('applies the documented defaults and freezes the result', () => {
    const config = readConfig(good);
    expect(config).toMatchObject({
      clientId: good.CLIENT_ID.toLowerCase(),
      credential: { kind: 'secret', secret: 'only-for-tests' },
      authority: { url: 'https://login.microsoftonline.com/common', tenant: 'common' },
      allowedTenants: [],
      graphEndpoint: 'https://graph.microsoft.com',
      scopes: ['User.Read', 'Files.Read'],
      addinOrigin: 'https://localhost:3000',
      port: 3000,
      forMsGraphAccess: true,
      tokenSources: ['office', 'nested', 'dialog'],
      logLevel: 'info',
      production: false,
    });
    expect(config.tls?.certPath).toMatch(/localhost\.crt$/);
    expect(Object.isFrozen(config.authority)).toBe(true);
    expect(Object.isFrozen(config.scopes)).toBe(true);
  });

  it('reads lists, switches and a single-tenant authority', () => {
    const config = readConfig({
      ...good,
      AUTHORITY: 'https://login.microsoftonline.us/AAAAAAAA-0000-4000-8000-000000000001/',
      ALLOWED_TENANTS: 'aaaaaaaa-0000-4000-8000-000000000001, BBBBBBBB-0000-4000-8000-000000000001',
      FRAME_ANCESTORS: 'https://*.contoso.com  https://intranet.example:8443',
      TLS: 'off',
      FOR_MS_GRAPH_ACCESS: 'false',
      ADDIN_ORIGIN: 'https://addin.contoso.com/',
      PORT: '0',
    });
    expect(config.authority.tenant).toBe('aaaaaaaa-0000-4000-8000-000000000001');
    expect(config.allowedTenants[1]).toBe('bbbbbbbb-0000-4000-8000-000000000001');
    expect(config.frameAncestors).toEqual(['https://*.contoso.com', 'https://intranet.example:8443']);
    expect(config.tls).toBeNull();
    expect(config.forMsGraphAccess).toBe(false);
    expect(config.addinOrigin).toBe('https://addin.contoso.com');
    expect(config.port).toBe(0);
  });

  it("uses the pane's own registration if there is one", () => {
    const own = 'bbbbbbbb-0000-4000-8000-000000000001';
    const clientId = good.CLIENT_ID.toLowerCase();
    expect(readConfig(good)).toMatchObject({ paneClientId: clientId, associatedApplications: [clientId] });
    expect(readConfig({ ...good, PANE_CLIENT_ID: own })).toMatchObject({
      clientId,
      paneClientId: own,
      associatedApplications: [clientId, own],
    });
  });

  it('reads the order of the token sources', () => {
    const sources = (environment: Record<string, string>) =>
      readConfig({ ...good, ...environment }).tokenSources;
    expect(sources({ TOKEN_SOURCES: 'nested, Office, dialog' })).toEqual(['nested', 'office', 'dialog']);
    expect(sources({ TOKEN_SOURCES: 'office' })).toEqual(['office']);
    expect(sources({ TOKEN_SOURCES: 'nested,office,dialog', NESTED_APP_AUTH: 'off' })).toEqual([
      'office',
      'dialog',
    ]);
  });

  it('rejects a list of token sources that is empty without nested app auth', () => {
    expect(wrongsOf({ ...good, TOKEN_SOURCES: 'nested', NESTED_APP_AUTH: 'off' })).toContain(
      'TOKEN_SOURCES names only nested',
    );
  });

  it.each([
    ['PANE_CLIENT_ID', 'my-pane', 'GUID'],
    ['TOKEN_SOURCES', 'office,popup', 'office, nested, dialog'],
    ['TOKEN_SOURCES', ',', 'office, nested, dialog'],
    ['TOKEN_SOURCES', 'office,nested,office', 'twice'],
    ['TOKEN_SOURCES', 'dialog,office', 'dialog last'],
    ['CLIENT_ID', '{CLIENT_ID}', 'placeholder'],
    ['CLIENT_ID', 'my-app', 'GUID'],
    ['CLIENT_ID', '', 'is not set'],
    ['CLIENT_SECRET', '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/x/)', 'Key Vault'],
    ['AUTHORITY', 'http://login.microsoftonline.com/common', 'https'],
    ['AUTHORITY', 'https://login.microsoftonline.com', 'tenant id'],
    ['AUTHORITY', 'https://login.microsoftonline.com/contoso.com', 'tenant id'],
    ['GRAPH_ENDPOINT', 'http://graph.microsoft.com', 'https'],
    ['GRAPH_ENDPOINT', 'https://graph.microsoft.com/v1.0', 'without a path'],
    ['ADDIN_ORIGIN', 'localhost:3000', 'https'],
    ['OFFICE_JS_URL', 'http://cdn.example/office.js', 'https'],
    ['ALLOWED_TENANTS', 'contoso.com', 'tenant id'],
    ['PORT', '70000', '65535'],
    ['PORT', '3000x', 'whole number'],
    ['TLS', 'yes', 'on, off'],
    ['FRAME_ANCESTORS', "https://a.example; script-src 'unsafe-inline'", 'https origins'],
    ['LOG_LEVEL', 'loud', 'one of'],
    ['SHAREPOINT_TENANTS', 'contoso.sharepoint.com', 'such as contoso'],
    ['SHAREPOINT_TENANTS', '*', 'such as contoso'],
    ['ASSOCIATED_APPLICATIONS', 'my-app', 'GUID'],
    ['TRUSTED_PROXIES', 'true', 'number of proxies'],
    ['TRUSTED_PROXIES', '11', '0 to 10'],
    ['TRUSTED_PROXIES', '-1', '0 to 10'],
    ['TRUSTED_PROXIES', '1, 2', 'separated by commas'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', '10.0.0.0/8 somewhere', '10.0.0.0/8'],
    ['TRUSTED_PROXIES', '2001:db8::/129', '2001:db8::/32'],
    ['SCOPE', 'User.Read "Files.Read"', 'quotation mark'],
    ['SCOPE', 'User.Read,Files.Read', 'spaces'],
    ['SCOPE', 'User.Read, Files.Read', 'spaces'],
    ['SCOPE', 'User.Read;Files.Read', 'spaces'],
    ['SCOPE', 'User.Read|Files.Read', 'spaces'],
    ['SCOPE', ',', 'spaces'],
    ['SCOPE', "'User.Read'", 'quotation mark'],
    ['SCOPE', 'User.Read user.read', 'twice'],
    ['SCOPE', 'User.Read https://graph.microsoft.com/User.Read', 'twice'],
    ['SCOPE', '.default User.Read', '.default'],
    ['SCOPE', 'https://graph.microsoft.com/.default Files.Read', '.default'],
    ['SCOPE', 'User.Read Files\u0001Read', 'character'],
    ['SCOPE', 'User.Read Files.Read\u200b', 'character'],
    ['SCOPE', 'https://outlook.office.com/Mail.Read', 'does not belong to Microsoft Graph'],
    ['SCOPE', 'api://addin/access_as_user', 'does not belong to Microsoft Graph'],
    [
      'ALLOWED_TENANTS',
      'aaaaaaaa-0000-4000-8000-000000000001;bbbbbbbb-0000-4000-8000-000000000001',
      'commas',
    ],
  ])('rejects %s=%s and names the fix', (name, value, fix) => {
    const message = wrongsOf({ ...good, [name]: value });
    expect(message).toContain(`  ${name} `);
    expect(message).toContain(fix);
    expect(message.split('\n')).toHaveLength(2);
  });

  it.each([
    [{}, 0],
    [{ TLS: 'off' }, 1],
    [{ TLS: 'off', TRUSTED_PROXIES: '2' }, 2],
    [{ TLS: 'off', TRUSTED_PROXIES: '0' }, 0],
    [
      { TRUSTED_PROXIES: '10.0.0.0/8,  2001:db8::/32,192.0.2.7' },
      ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'],
    ],
  ])('with %j, trusts the proxies %j', (environment, expected) => {
    expect(readConfig({ ...good, ...environment }).trustedProxies).toEqual(expected);
  });

  it('lists all invalid settings at once, without their values', () => {
    const message = wrongsOf({
      ...good,
      PORT: '-1',
      TLS: 'maybe',
      CLIENT_SECRET: '@Microsoft.KeyVault(s3cret)',
    });
    expect(message).toContain('3 settings are invalid');
    expect(message).not.toMatch(/maybe|s3cret/);
  });

  it('requires exactly one credential', () => {
    expect(wrongsOf({ CLIENT_ID: good.CLIENT_ID })).toContain('none is set');
    expect(wrongsOf({ ...good, CLIENT_CERTIFICATE_PATH: 'x.pem' })).toContain('keep exactly one');
    const identity = '5a5d0b0c-0000-4000-8000-0000000000ff';
    expect(
      readConfig({ CLIENT_ID: good.CLIENT_ID, MANAGED_IDENTITY_CLIENT_ID: identity }).credential,
    ).toEqual({
      kind: 'managed-identity',
      clientId: identity,
    });
  });
});
