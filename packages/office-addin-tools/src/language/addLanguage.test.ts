import { describe, expect, it } from 'vitest';
import { newLanguage } from './addLanguage.ts';

const tags = ['en', 'ja', 'pt-BR', 'th', 'de', 'ar'];
const locales = ['ja-JP', 'pt-BR', 'th-TH', 'de-DE', 'ar-SA'];

describe('which language', () => {
  it('has a direction, and starts with English', () => {
    const from = { tag: 'en', locale: undefined };
    const faroese = { tag: 'fo', locale: 'fo-FO', dir: 'ltr', from };
    expect(newLanguage('fo-FO', tags, locales)).toEqual(faroese);
    expect(newLanguage('ps-AF', tags, locales)).toMatchObject({ dir: 'rtl' });
    expect(newLanguage('nb-NO', tags, locales)).toMatchObject({ tag: 'nb' });
  });

  it.each([
    ['zh-Hant', 'zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-Hant-HK', 'zh-HK'],
    ['zh-Hans', 'zh-Hans', 'zh-CN'],
    ['zh-TW', 'zh-TW', 'zh-TW'],
    ['sr-Latn', 'sr-Latn', 'sr-Latn-RS'],
    ['sr-Cyrl', 'sr-Cyrl', 'sr-RS'],
    ['uz-Cyrl-UZ', 'uz-Cyrl', 'uz-Cyrl-UZ'],
    ['es-419', 'es-419', 'es-MX'],
    ['fr-CA', 'fr-CA', 'fr-CA'],
  ])('%s has words %s, and is %s in the manifests', (named, tag, locale) => {
    expect(newLanguage(named, tags, locales)).toMatchObject({ tag, locale, from: { tag: 'en' } });
  });

  it.each([
    ['pt-PT', 'pt-BR', 'pt-BR'],
    ['de-AT', 'de', 'de-DE'],
    ['en-GB', 'en', undefined],
    ['ar-AE', 'ar', 'ar-SA'],
  ])('%s is a variant, which begins with the words of %s', (named, tag, locale) => {
    expect(newLanguage(named, tags, locales)).toMatchObject({
      tag: named,
      locale: named,
      from: { tag, locale },
    });
  });

  it.each([
    ['az-Arab', 'rtl'],
    ['sd-Deva', 'ltr'],
    ['he-IL', 'rtl'],
  ])('%s is written %s', (named, dir) => expect(newLanguage(named, tags, locales)).toMatchObject({ dir }));

  it.each(['nl', 'NL-nl', '../x', 'nl-NL-x', 'zh_Hant', 'nl-', ''])(
    '%j is refused, with an example',
    (named) => {
      expect(() => newLanguage(named, tags, locales)).toThrow(/no locale with its region or script.*nl-NL/);
    },
  );

  it.each([
    ['xx-YY', /"xx" in "xx-YY" is no language/],
    ['nl-QX', /"QX" in "nl-QX" is no region/],
    ['nl-ZZ', /"ZZ" in "nl-ZZ" is no region/],
    ['nl-Qabc', /"Qabc" in "nl-Qabc" is no script/],
    ['und-NL', /"und" in "und-NL" is no language/],
    ['qqz-NL', /is no language/],
    ['zh-hant', /Did you mean zh-Hant\?/],
    ['iw-IL', /Did you mean he-IL\?/],
    ['en-001', /names no country/],
  ])('%s is refused, with what is wrong', (named, message) => {
    expect(() => newLanguage(named, tags, locales)).toThrow(message);
  });

  it.each([
    ['de-DE', 'de'],
    ['pt-BR', 'pt-BR'],
    ['en-US', 'en'],
    ['ar-SA', 'ar'],
    ['ja-Jpan', 'ja'],
  ])('%s is refused where it is there already', (named, tag) => {
    expect(() => newLanguage(named, tags, locales)).toThrow(`has ${tag} already`);
  });
});
