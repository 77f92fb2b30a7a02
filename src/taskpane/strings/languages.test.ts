import { describe, expect, it } from 'vitest';
import { catalogue, problemCodes } from '../../contract/catalogue.ts';
import { chooseLanguage, languages, languageTags } from './languages.ts';
import { english } from './languages/en.ts';
import type { Plural, TextKey, Translation } from './translation.ts';

/** Widened: of English, more is known than of the others. */
const loadAs = (load: () => Promise<Translation>) => load();

const loaded = await Promise.all(
  languageTags.map(async (tag) => [tag, await loadAs(languages[tag].load)] as const),
);
const textKeys = Object.keys(english.texts) as TextKey[];
const messageKeys = Object.keys(english.messages) as (keyof typeof english.messages)[];

function forms(entry: string | Plural): string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

/** Of "one" in English this is [1], of "one" in Portuguese [0, 1]: where it is a single number, a word can stand for it. */
function numbersOf(category: string, rules: Intl.PluralRules): number[] {
  return Array.from({ length: 300 }, (_, number) => number).filter(
    (number) => rules.select(number) === category,
  );
}

describe.each(loaded)('%s', (tag, { texts, messages }) => {
  it('has the keys of English, no more and no fewer', () => {
    expect(Object.keys(texts).sort()).toEqual([...textKeys].sort());
    expect(Object.keys(messages).sort()).toEqual([...messageKeys].sort());
  });

  it('has words for everything', () => {
    const all = [
      ...Object.values(texts).flatMap(forms),
      ...Object.values(messages).flatMap(({ title, text }) => [title, text]),
    ];
    for (const words of all) {
      expect(words.trim()).toBe(words);
      expect(words).not.toBe('');
    }
  });

  it('has a message for every problem of the catalogue', () => {
    for (const code of problemCodes) expect(messages[catalogue[code].message].title).toBeTruthy();
  });

  it.each(textKeys)('%s has the placeholders of English', (key) => {
    const expected = placeholders(forms(english.texts[key]).at(-1) ?? '');
    const entry = texts[key];
    if (typeof entry === 'string') {
      expect(placeholders(entry)).toEqual(expected);
      return;
    }
    const rules = new Intl.PluralRules(tag);
    for (const [category, form] of Object.entries(entry)) {
      const single = numbersOf(category, rules).length === 1;
      if (single && placeholders(form).length === 0) continue;
      expect(placeholders(form)).toEqual(expected);
    }
  });

  it('has every plural category of the language', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.sort();
    for (const entry of Object.values(texts)) {
      if (typeof entry !== 'string') expect(Object.keys(entry).sort()).toEqual(categories);
    }
  });

  it('shows the user no code, no placeholder and no jargon', () => {
    for (const { title, text } of Object.values(messages)) {
      expect(`${title} ${text}`).not.toMatch(/\p{Nd}|[{}]/u);
      expect(`${title} ${text}`).not.toMatch(
        /\b(token|msal|entra id|aadsts|oauth|graph|scope|tenant|https?|sso)\b/i,
      );
    }
  });

  it('names buttons in messages as they are labelled', () => {
    const labels = ['signIn', 'retry', 'useAnotherAccount'] as const;
    for (const key of messageKeys) {
      for (const label of labels) {
        if (english.messages[key].text.includes(`hoose ${english.texts[label]}`)) {
          expect(messages[key].text).toContain(texts[label]);
        }
      }
    }
  });

  it('is not English', () => {
    if (new Intl.Locale(tag).language === 'en') return;
    // Names and words that are the same in several languages are no sentences.
    for (const key of messageKeys) {
      expect(messages[key].title).not.toBe(english.messages[key].title);
      expect(messages[key].text).not.toBe(english.messages[key].text);
    }
  });
});

describe('which language', () => {
  it.each([
    ['en-US', 'en', 'en-US'],
    ['en-GB', 'en', 'en-GB'],
    ['ja-JP', 'ja', 'ja-JP'],
    ['pt-BR', 'pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR', 'pt-PT'],
    ['PT-br', 'pt-BR', 'PT-br'],
    ['ar-SA', 'ar', 'ar-SA'],
    ['de', 'de', 'de'],
    ['eo', 'en', 'en'],
    ['art', 'en', 'en'],
    ['de_DE', 'en', 'en'],
    ['de-', 'de', 'de'],
    ['', 'en', 'en'],
    ['\u0000', 'en', 'en'],
  ])('%j is read in %s with the formats of %s', (locale, language, format) => {
    expect(chooseLanguage(locale)).toEqual({ language, locale: format });
  });
});
