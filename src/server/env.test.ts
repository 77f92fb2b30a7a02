import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { didYouMean } from 'office-addin-tools';
import { expect, it } from 'vitest';
import { settingNames } from './serverConfig.ts';
import { loadEnvironment, meantSetting } from './env.ts';

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
