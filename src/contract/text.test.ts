import { describe, expect, it } from 'vitest';
import { firstGrapheme, nearestLanguage, truncateText, wellFormed } from './text.ts';

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
