import { describe, expect, it, vi } from 'vitest';
import { readDialogRequest } from '../dialog/signIn.ts';
import { firstGrapheme, nearestLanguage, truncateText, wellFormed } from './text.ts';
import { federationAudience, sameCloud, signInScopes } from './entra.ts';
import { dialogUrl, readDialogMessage, type PageSettings } from './signIn.ts';
import { problemCodes, isProblemCode, problemRow } from './catalogue.ts';
import { explanations, explain } from './explanations.ts';
import { withTimeLimit } from './timeLimit.ts';
import { hasOption, scenarios } from '../../tests/support/scenarios.ts';

const family = '👨‍👩‍👧‍👦';

describe('truncateText', () => {
  it.each([
    ['an emoji', '😀'],
    ['an emoji of four joined emoji', family],
    ['a flag', '🇹🇭'],
    ['a skin tone', '👍🏽'],
    ['a keycap', '7️⃣'],
    ['a letter with marks', 'e\u0301\u0323'],
    ['Thai with a vowel and a tone mark', 'กำ\u0e49'],
    ['a decomposed Hangul syllable', '\u1112\u1161\u11ab'],
  ])('does not split %s', (_name, cluster) => {
    for (let before = 400 - cluster.length; before < 400; before += 1) {
      const text = 'a'.repeat(before) + cluster.repeat(3);
      const cut = truncateText(text, 400);
      const rest = cut.slice(before);
      expect(cut.length).toBeLessThanOrEqual(400);
      expect(rest === '' || rest === cluster || rest === cluster + cluster).toBe(true);
      expect(wellFormed(cut)).toBe(cut);
    }
  });

  it('cuts a grapheme that is longer than the limit between code points', () => {
    expect(truncateText(`e${'\u0301'.repeat(5000)}`, 400)).toHaveLength(400);
    const marks = `e${'\u{1e8d0}'.repeat(500)}`;
    for (const max of [399, 400]) expect(wellFormed(truncateText(marks, max))).toBe(truncateText(marks, max));
  });

  it('returns text within the limit unchanged', () => {
    expect(truncateText(`${'a'.repeat(398)}😀`, 400)).toHaveLength(400);
    expect(truncateText('', 400)).toBe('');
  });
});

it.each([
  ['a\ud83db', 'a\ufffdb'],
  ['\ude00a', '\ufffda'],
  ['\ude00\ud83d', '\ufffd\ufffd'],
  [family, family],
])('wellFormed replaces lone surrogates in %j', (text, expected) => expect(wellFormed(text)).toBe(expected));

it.each([
  ['e\u0301va', 'e\u0301'],
  [`${family}x`, family],
  ['', ''],
  ['Å', 'Å'],
  ['A\u030angström', 'A\u030a'],
  ['Zoë', 'Z'],
  ['\u1100\u1161\u11a8', '\u1100\u1161\u11a8'],
])('firstGrapheme returns the first user-perceived character of %j', (text, expected) =>
  expect(firstGrapheme(text)).toBe(expected),
);

const nearest = (locale: string, tags: string) => nearestLanguage(locale, tags.split(' '));

describe('nearestLanguage', () => {
  it.each([
    ['pt-BR', 'pt-BR pt-PT', 'pt-BR'],
    ['pt-pt', 'pt-BR pt-PT', 'pt-PT'],
    ['de-AT', 'de de-AT', 'de-AT'],
    ['de-DE', 'de-AT de', 'de'],
    ['sr-latn', 'sr sr-Latn', 'sr-Latn'],
  ])('matches %s in "%s" exactly: %s', (locale, tags, found) => expect(nearest(locale, tags)).toBe(found));

  it.each([
    ['zh-TW', 'zh-Hans zh-Hant', 'zh-Hant'],
    ['zh-HK', 'zh zh-Hant', 'zh-Hant'],
    ['zh-CN', 'zh-Hant zh', 'zh'],
    ['zh-Hant-MO', 'zh-TW zh-HK', 'zh-HK'],
    ['sr-Latn-RS', 'sr sr-Latn', 'sr-Latn'],
    ['sr-Latn-BA', 'sr sr-Latn', 'sr-Latn'],
    ['sr-Cyrl-RS', 'sr-Latn sr', 'sr'],
    ['sr-ME', 'sr sr-Latn', 'sr-Latn'],
  ])('matches %s in "%s" by script: %s', (locale, tags, found) => expect(nearest(locale, tags)).toBe(found));

  it.each([
    ['pt-AO', 'pt-BR pt-PT', 'pt-PT'],
    ['pt-AO', 'en pt-BR', 'pt-BR'],
    ['pt', 'pt-PT pt-BR', 'pt-BR'],
    ['es-MX', 'es es-419', 'es-419'],
    ['es-ES', 'es-419 es', 'es'],
    ['es-GQ', 'es-419 es', 'es'],
    ['en-AU', 'en en-GB', 'en-GB'],
    ['en-AU', 'en', 'en'],
    ['en-US', 'en-GB en', 'en'],
    ['fr-BE', 'fr-CA fr', 'fr'],
    ['fr-FR', 'fr-CA', 'fr-CA'],
    ['de-CH', 'de-AT de', 'de'],
  ])('matches %s in "%s" by region: %s', (locale, tags, found) => expect(nearest(locale, tags)).toBe(found));

  it('falls back to the same language in another script', () => {
    expect(nearest('zh-TW', 'en zh')).toBe('zh');
  });

  it.each(['fil-PH', 'art', 'de_DE', '', '\u0000', '-', 'x-de'])('returns undefined for %j', (locale) => {
    expect(nearest(locale, 'en fi de ar')).toBe(undefined);
  });
});

it.each([
  ['https://login.microsoftonline.com/common', 'api://AzureADTokenExchange'],
  ['https://login.microsoft.com/organizations', 'api://AzureADTokenExchange'],
  ['https://login.windows.net', 'api://AzureADTokenExchange'],
  ['https://localhost:3002/common', 'api://AzureADTokenExchange'],
  ['https://login.microsoftonline.us/common', 'api://AzureADTokenExchangeUSGov'],
  ['https://LOGIN.microsoftonline.us', 'api://AzureADTokenExchangeUSGov'],
  ['https://login.microsoftonline.us:443/', 'api://AzureADTokenExchangeUSGov'],
  ['https://login.partner.microsoftonline.cn/organizations', 'api://AzureADTokenExchangeChina'],
  ['https://login.chinacloudapi.cn/common', 'api://AzureADTokenExchangeChina'],
  ['https://login.microsoftonline.us.evil.example/common', 'api://AzureADTokenExchange'],
])('returns the federation audience for %s: %s', (authority, audience) => {
  expect(federationAudience(authority)).toBe(audience);
});

it('warns about problems without an explanation, which are explained by their code', () => {
  const missing = problemCodes.filter((code) => explanations[code] === undefined);
  expect(missing.length).toBeLessThan(problemCodes.length);
  if (missing.length > 0)
    process.stdout.write(`warning: src/contract/explanations.ts lacks ${missing.join(', ')}\n`);
});

it.each(problemCodes)('explains %s', (code) => {
  const { title, hint } = explain(code);
  expect(title).toMatch(/^\S.*\.$/u);
  expect(hint).not.toBe('');
});

it('passes a request from the pane to the dialog', () => {
  const request = { claims: '{"a":"ä & b"}', chooseAccount: true, language: 'pt-BR' };
  expect(readDialogRequest(new URL(dialogUrl('https://localhost:3000', request)).search)).toEqual(request);
});

it.each([
  '',
  'null',
  '{}',
  '[]',
  '{"ok":true}',
  '{"ok":true,"token":""}',
  '{"ok":false,"code":"made_up"}',
  'x{',
])('ignores the message %j', (text) => expect(readDialogMessage(text)).toBeUndefined());

it('reads a message with a token and one with a problem code', () => {
  expect(readDialogMessage('{"ok":true,"token":"t"}')).toEqual({ ok: true, token: 't' });
  const failed = { ok: false, code: 'dialog_cancelled', detail: 'd' };
  expect(readDialogMessage(JSON.stringify(failed))).toEqual(failed);
});

it("requests consent for Graph with one registration, and with the API's .default if the pane has its own", () => {
  const api = 'api://localhost:3000/5a5d0b0c-0000-4000-8000-0000000000aa';
  const settings = {
    apiScope: `${api}/access_as_user`,
    graphScopes: ['User.Read'],
  } as unknown as PageSettings;
  expect(signInScopes({ ...settings, clientId: '5a5d0b0c-0000-4000-8000-0000000000aa' })).toEqual({
    scopes: [`${api}/access_as_user`],
    extraScopesToConsent: ['User.Read'],
  });
  expect(signInScopes({ ...settings, clientId: 'bbbbbbbb-0000-4000-8000-0000000000aa' })).toEqual({
    scopes: [`${api}/.default`],
    extraScopesToConsent: [],
  });
});

const late = () => new Error('late');
const never = new Promise<never>(() => undefined);

it('settles like the work, and removes its timer and listener', async () => {
  vi.useFakeTimers();
  const signal = new AbortController().signal;
  const removed = vi.spyOn(signal, 'removeEventListener');
  await expect(withTimeLimit(Promise.resolve(1), 1_000, late, signal)).resolves.toBe(1);
  await expect(withTimeLimit(Promise.reject(new Error('failed')), 1_000, late)).rejects.toThrow('failed');
  expect(vi.getTimerCount()).toBe(0);
  expect(removed).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

it('rejects after the time limit, and ignores the later result of the work', async () => {
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<never>((_resolve, reject) => (fail = reject));
  await expect(withTimeLimit(work, 1, late)).rejects.toThrow('late');
  fail(new Error('ignored'));
  await new Promise((resolve) => setImmediate(resolve));
});

it("rejects with the signal's reason, even if it was aborted before the call", async () => {
  const aborting = new AbortController();
  const waiting = withTimeLimit(never, 60_000, late, aborting.signal);
  aborting.abort(new Error('aborted'));
  await expect(waiting).rejects.toThrow('aborted');
  await expect(withTimeLimit(never, 60_000, late, aborting.signal)).rejects.toThrow('aborted');
  await expect(withTimeLimit(never, 60_000, late, AbortSignal.abort('text'))).rejects.toThrow('Cancelled');
});

/** Without saved preferences no request meets their problems. */
const reachable = problemCodes.filter((code) => hasOption('preferences') || !code.startsWith('preferences_'));

describe('the scenarios', () => {
  it('expect only codes of the catalogue', () => {
    const codes = scenarios.map(({ code }) => code).filter((code) => code !== null);
    expect(codes.filter((code) => !isProblemCode(code))).toEqual([]);
  });

  // tests/everyFailure.spec.ts runs every scenario in a browser and checks its code.
  it.each(reachable)('cover %s', (code) => {
    expect(scenarios.filter((scenario) => scenario.code === code)).not.toEqual([]);
  });

  it("have a title for every number in Office's error tables", () => {
    const numbers = problemCodes.flatMap((code) => {
      const { origin, officeCode } = problemRow(code);
      if (officeCode === undefined) return [];
      return [`${origin === 'office' ? '' : 'dialog '}${officeCode}`];
    });
    const titles = scenarios.map(({ group, title }) => `${group === 'dialog' ? 'dialog ' : ''}${title}`);
    for (const number of numbers) {
      expect(titles.filter((title) => title.startsWith(`${number}: `))).not.toEqual([]);
    }
  });
});

it.each([
  ['https://login.microsoftonline.com/common', 'https://login.windows.net', true],
  ['https://login.microsoftonline.com/common', 'https://login.microsoftonline.us', false],
  ['https://login.partner.microsoftonline.cn/common', 'https://login.chinacloudapi.cn/', true],
  ['https://localhost:3002/common', 'https://localhost:3002', true],
  ['https://localhost:3002/common', 'https://localhost:3001', false],
  ['https://login.microsoftonline.com/common', '', false],
])('%s and %s belong to the same cloud: %s', (authority, other, same) =>
  expect(sameCloud(authority, other)).toBe(same),
);
