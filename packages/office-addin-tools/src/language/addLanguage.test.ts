import { describe, expect, it } from 'vitest';
import { newLanguage } from './addLanguage.ts';

const tags = ['en', 'ja', 'pt-BR', 'th', 'de', 'ar'];
const locales = ['ja-JP', 'pt-BR', 'th-TH', 'de-DE', 'ar-SA'];

describe('newLanguage', () => {
  it('returns tag, locale and direction, and starts from English', () => {
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
  ])('gives %s the tag %s and the manifest locale %s', (named, tag, locale) => {
    expect(newLanguage(named, tags, locales)).toMatchObject({ tag, locale, from: { tag: 'en' } });
  });

  it.each([
    ['pt-PT', 'pt-BR', 'pt-BR'],
    ['de-AT', 'de', 'de-DE'],
    ['en-GB', 'en', undefined],
    ['ar-AE', 'ar', 'ar-SA'],
  ])('starts the variant %s from the texts of %s', (named, tag, locale) => {
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
  ])('gives %s the direction %s', (named, dir) =>
    expect(newLanguage(named, tags, locales)).toMatchObject({ dir }),
  );

  it.each(['nl', 'NL-nl', '../x', 'nl-NL-x', 'zh_Hant', 'nl-', ''])('rejects %j with an example', (named) => {
    expect(() => newLanguage(named, tags, locales)).toThrow(/not a locale with region or script.*nl-NL/);
  });

  it.each([
    ['xx-YY', /"xx" in "xx-YY" is not a language/],
    ['nl-QX', /"QX" in "nl-QX" is not a region/],
    ['nl-ZZ', /"ZZ" in "nl-ZZ" is not a region/],
    ['nl-Qabc', /"Qabc" in "nl-Qabc" is not a script/],
    ['und-NL', /"und" in "und-NL" is not a language/],
    ['qqz-NL', /is not a language/],
    ['zh-hant', /Did you mean zh-Hant\?/],
    ['iw-IL', /Did you mean he-IL\?/],
    ['en-001', /has no country/],
  ])('rejects %s and says why', (named, message) => {
    expect(() => newLanguage(named, tags, locales)).toThrow(message);
  });

  it.each([
    ['de-DE', 'de'],
    ['pt-BR', 'pt-BR'],
    ['en-US', 'en'],
    ['ar-SA', 'ar'],
    ['ja-Jpan', 'ja'],
  ])('rejects %s, which the pane already has', (named, tag) => {
    expect(() => newLanguage(named, tags, locales)).toThrow(`already has ${tag}`);
  });
});
