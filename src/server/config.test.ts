import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { didYouMean } from 'office-addin-tools';
import { ConfigError } from './config.ts';
import { readConfig, settingNames } from './serverConfig.ts';
import { loadEnvironment, meantSetting } from './env.ts';

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

const folder = () => mkdtempSync(join(tmpdir(), 'env-'));

it('prefers the environment over .ENV.local over .ENV', () => {
  const at = folder();
  writeFileSync(join(at, '.ENV'), '\uFEFFA=file\nB=file\nC=file\r\n# note\nD="with space"\n');
  writeFileSync(join(at, '.ENV.local'), 'B=local\nC=local\n');
  expect(loadEnvironment({ C: 'environment' }, at)).toEqual({
    A: 'file',
    B: 'local',
    C: 'environment',
    D: 'with space',
  });
});

it('ignores an empty value in favor of a file with lower precedence', () => {
  const at = folder();
  writeFileSync(join(at, '.ENV'), 'A=file\n');
  writeFileSync(join(at, '.ENV.local'), 'A=\n');
  expect(loadEnvironment({ A: ' ', B: '' }, at)).toEqual({ A: 'file' });
});

it('works without files', () => {
  expect(loadEnvironment({ A: '1' }, folder())).toEqual({ A: '1' });
});

it('names a file that cannot be read', () => {
  const at = folder();
  mkdirSync(join(at, '.ENV'));
  expect(() => loadEnvironment({}, at)).toThrow(/\.ENV cannot be read/);
});

const SECRET = 'abc8Q~x#yz';
const TEXT = `CLIENT_ID=one\r\nCLIENT_SECRET="${SECRET}"\r\nNAME="Zoë 日本"\r\n`;
const utf16 = (text: string, mark = '\uFEFF') => Buffer.from(mark + text, 'utf16le');
const READABLE: Readonly<Record<string, Buffer>> = {
  'UTF-8': Buffer.from(TEXT),
  'UTF-8 with a byte order mark': Buffer.from(`\uFEFF${TEXT}`),
  'UTF-16 LE, as PowerShell writes it': utf16(TEXT),
  'UTF-16 BE': utf16(TEXT).swap16(),
  'UTF-16 LE without a byte order mark': utf16(TEXT, ''),
  'UTF-16 BE without a byte order mark': utf16(TEXT, '').swap16(),
  'line ends of old Mac editors': Buffer.from(TEXT.replaceAll('\r\n', '\r')),
};

it.each(Object.entries(READABLE))('reads %s', (_encoding, bytes) => {
  const at = folder();
  writeFileSync(join(at, '.ENV.local'), bytes);
  const warnings: string[] = [];
  expect(loadEnvironment({}, at, (warning) => warnings.push(warning))).toEqual({
    CLIENT_ID: 'one',
    CLIENT_SECRET: SECRET,
    NAME: 'Zoë 日本',
  });
  expect(warnings).toEqual([]);
});

it.each<[string, Buffer, RegExp]>([
  [
    'Latin-1',
    Buffer.from('# für\nA=1\n', 'latin1'),
    /\.ENV\.local is neither UTF-8 nor UTF-16.*save it as UTF-8/u,
  ],
  ['NUL bytes', Buffer.from('A=1\0\nB=2\n'), /\.ENV\.local contains NUL bytes; save it as UTF-8/u],
  ['UTF-32', Buffer.from('fffe000041000000', 'hex'), /\.ENV\.local contains NUL bytes/u],
  ['an incomplete UTF-16 character', Buffer.from('fffe4100d8', 'hex'), /\.ENV\.local starts like UTF-16 LE/u],
])('names the file and the fix for %s', (_what, bytes, said) => {
  const at = folder();
  writeFileSync(join(at, '.ENV.local'), bytes);
  expect(() => loadEnvironment({}, at)).toThrow(said);
});

it.each<[string, string, RegExp[]]>([
  [
    'an unquoted "#"',
    `\nCLIENT_SECRET=${SECRET}\n`,
    [/^\.ENV\.local: line 2, CLIENT_SECRET is cut off at "#"/u],
  ],
  ['"#" at the start', 'CLIENT_SECRET=#abc8Q~\n', [/cut off/u]],
  ['"#" after a space, but not before one', 'CLIENT_SECRET=abc8Q~ #x\n', [/cut off/u]],
  ['"#" in a line with export', `export CLIENT_SECRET = ${SECRET}\n`, [/line 1, CLIENT_SECRET is cut off/u]],
  ['a quote that is never closed', 'CLIENT_SECRET="abc8Q~\nPORT=1\n', [/never closed/u]],
  [
    'a quote that is closed in another line',
    'A="abc8Q~\nPORT=1\nB="x"\n',
    [/line 1, A .* closed only in line 3/u],
  ],
  ['text after the closing quote', 'A="abc8Q~" and more\n', [/after the closing quote/u]],
  ['a name that is set twice', 'PORT=1\nA=abc8Q~\nPORT=2\n', [/line 3, PORT is already set in line 1/u]],
  ['a line without "="', 'CLIENT_SECRET: abc8Q~\nPORT=1\n', [/line 1 is not NAME=value/u]],
  ['typographic quotes', 'A=“abc8Q~”\n', [/typographic quote/u]],
  [
    'a misspelled name',
    'CLIENT_SECERT=abc8Q~\n',
    [/CLIENT_SECERT is not a setting; did you mean CLIENT_SECRET\?/u],
  ],
  ['a lowercase name', 'client-secret=abc8Q~\n', [/did you mean CLIENT_SECRET\?/u]],
  ['a comment', 'A=1 # note\n  # note\nB="x#y" # note\nC=\'x#y\'\nMY_OWN=1\n', []],
])('warns about %s, without the value', (_what, text, said) => {
  const at = folder();
  writeFileSync(join(at, '.ENV.local'), text);
  const warnings: string[] = [];
  loadEnvironment({}, at, (warning) => warnings.push(warning));
  expect(warnings).toEqual(said.map((line) => expect.stringMatching(line) as string));
  expect(warnings.join()).not.toContain('abc8Q~');
});

it('keeps the setting after a line without "="', () => {
  const at = folder();
  writeFileSync(join(at, '.ENV'), 'hello\nPORT=1\n');
  expect(loadEnvironment({}, at)).toEqual({ PORT: '1' });
});

// The tools, which do not import the server, use the same distance, so one table tests both.
it.each<[string, string | undefined]>([
  ['CLIENT_SECERT', 'CLIENT_SECRET'],
  ['CLIENT_ID_', 'CLIENT_ID'],
  ['CLENT_ID', 'CLIENT_ID'],
  ['CLIENTT_ID', 'CLIENT_ID'],
  ['AUTHORITI', 'AUTHORITY'],
  ['GRAHP_ENDPOITN', 'GRAPH_ENDPOINT'],
  ['PROT', 'PORT'],
  ['HOST', undefined],
  ['MY_OWN', undefined],
  ['', undefined],
])('suggests for %s the setting %s', (name, meant) => {
  expect(meantSetting(name)).toBe(meant);
  expect(didYouMean(name, settingNames)).toBe(meant === undefined ? '' : `Did you mean ${meant}?`);
});

it.each(['client-id', 'clientId'])('recognizes %s despite its case and punctuation', (name) => {
  expect(meantSetting(name)).toBe('CLIENT_ID');
});

it.each(['PORT', 'NODE_OPTIONS'])('suggests nothing for the known name %s', (name) => {
  expect(meantSetting(name)).toBeUndefined();
});
