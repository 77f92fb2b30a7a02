import { describe, expect, it } from 'vitest';
import { nearestLanguage } from './nearestLanguage.ts';

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
