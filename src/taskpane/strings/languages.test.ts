import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  manifestFindings,
  manifestSettings,
  manifestTexts,
  loadEnvironment,
  loadProject,
  ROOT,
} from 'office-addin-tools';
import { type EnglishTexts, type Messages, type Plural, createFormats, loadStrings } from './index.ts';
import { chooseLanguage, languageTags } from './languages.ts';
import { english } from './languages/en.ts';
import { englishMessages } from './messages.ts';

const PANE = fileURLToPath(new URL('..', import.meta.url));
/** Folders of texts, with one file per language, or with all translations in one file. */
const folders = readdirSync(PANE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[\\/](?:en|translations)\.ts$/.test(path))
  .map((path) => dirname(path).replaceAll('\\', '/'));
const others = languageTags.filter((tag) => tag !== 'en');

interface Translated {
  readonly texts: Partial<EnglishTexts>;
  readonly messages?: Messages;
}

/** Only the shared texts have messages. */
async function read(folder: string, tag: string): Promise<Translated | null> {
  const names = readdirSync(join(PANE, folder));
  if (names.includes('translations.ts')) {
    const path = join(PANE, folder, tag === 'en' ? 'index.ts' : 'translations.ts');
    const { english, translations } = (await import(path)) as Record<string, EnglishTexts | undefined>;
    const texts = tag === 'en' ? english : translations?.[tag];
    return texts === undefined ? null : { texts: texts as EnglishTexts };
  }
  if (!names.includes(`${tag}.ts`)) return null;
  const module = (await import(join(PANE, folder, `${tag}.ts`))) as { default?: unknown; english?: unknown };
  const content = (module.default ?? module.english) as Translated | Partial<EnglishTexts>;
  if (!('texts' in content)) return { texts: content };
  return (tag === 'en' ? { ...content, messages: englishMessages } : content) as Translated;
}

const parts = await Promise.all(
  folders.map(async (folder) => ({
    folder,
    source: (await read(folder, 'en')) as Translated & { texts: EnglishTexts },
  })),
);
const cases = await Promise.all(
  parts.flatMap(({ folder, source }) =>
    ['en', ...others].map(async (tag) => [`${folder}/${tag}`, tag, source, await read(folder, tag)] as const),
  ),
);
const messageKeys = Object.keys(englishMessages) as (keyof typeof englishMessages)[];

function forms(entry: string | Plural): string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

/** Returns the numbers below 300 in the category: for "one", [1] in English and [0, 1] in Portuguese. */
function numbersOf(category: string, rules: Intl.PluralRules): number[] {
  return Array.from({ length: 300 }, (_, number) => number).filter(
    (number) => rules.select(number) === category,
  );
}

function missingKeys({ texts, messages }: Translated, translated: Translated | null): string[] {
  return [
    ...Object.keys(texts).filter((key) => !(key in (translated?.texts ?? {}))),
    ...Object.keys(messages ?? {}).filter((key) => !(key in (translated?.messages ?? {}))),
  ];
}

it('warns about missing translations, which are shown in English', () => {
  expect(cases.length).toBeGreaterThan(languageTags.length);
  for (const [name, , source, translated] of cases) {
    const missing = missingKeys(source, translated);
    if (missing.length > 0) process.stdout.write(`warning: ${name}.ts lacks ${missing.join(', ')}\n`);
  }
});

describe.each(cases)('%s', (_name, tag, source, translated) => {
  const texts = Object.entries(translated?.texts ?? {}) as [string, string | Plural][];
  const messages = Object.entries(translated?.messages ?? {}) as [
    keyof typeof englishMessages,
    { title: string; text: string },
  ][];

  it('has no keys that English lacks', () => {
    expect(texts.map(([key]) => key).filter((key) => !(key in source.texts))).toEqual([]);
    expect(messages.map(([key]) => key).filter((key) => !(key in englishMessages))).toEqual([]);
  });

  it('has no empty texts', () => {
    const all = [
      ...texts.flatMap(([, entry]) => forms(entry)),
      ...messages.flatMap(([, { title, text }]) => [title, text]),
    ];
    for (const words of all) {
      expect(words.trim()).toBe(words);
      expect(words).not.toBe('');
    }
  });

  it('has the same placeholders as English', () => {
    const rules = new Intl.PluralRules(tag);
    for (const [key, entry] of texts) {
      const expected = placeholders(forms(source.texts[key] ?? '').at(-1) ?? '');
      if (typeof entry === 'string') {
        expect(placeholders(entry), key).toEqual(expected);
        continue;
      }
      for (const [category, form] of Object.entries(entry)) {
        // A form for a single number can write it as a word.
        const single = numbersOf(category, rules).length === 1;
        if (single && placeholders(form).length === 0) continue;
        expect(placeholders(form), key).toEqual(expected);
      }
    }
  });

  it('has every plural category of the language', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.sort();
    for (const [key, entry] of texts) {
      if (typeof entry !== 'string') expect(Object.keys(entry).sort(), key).toEqual(categories);
    }
  });

  it('has messages without codes, placeholders and jargon', () => {
    for (const [, { title, text }] of messages) {
      expect(`${title} ${text}`).not.toMatch(/\p{Nd}|[{}]/u);
      expect(`${title} ${text}`).not.toMatch(
        /\b(token|msal|entra id|aadsts|oauth|graph|scope|tenant|https?|sso)\b/i,
      );
    }
  });

  it('has messages that name buttons by their labels', () => {
    const labels = ['signIn', 'retry', 'useAnotherAccount'] as const;
    for (const [key, { text }] of messages) {
      for (const label of labels) {
        if (englishMessages[key].text.includes(`elect ${english.texts[label]}`)) {
          expect(text).toContain(translated?.texts[label] ?? english.texts[label]);
        }
      }
    }
  });

  it('is translated', () => {
    if (tag === 'en') return;
    // Only messages, because single words can be the same in several languages.
    for (const [key, { title, text }] of messages) {
      expect(title).not.toBe(englishMessages[key].title);
      expect(text).not.toBe(englishMessages[key].text);
    }
  });
});

it.each(messageKeys)('has a title for the message %s', (key) => {
  expect(englishMessages[key].title).toBeTruthy();
});

describe('chooseLanguage', () => {
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
  ])(
    '%j: %s, with formats for %s, or English if the project lacks the language',
    (locale, language, format) => {
      expect(chooseLanguage(locale)).toEqual(
        (languageTags as readonly string[]).includes(language)
          ? { language, locale: format }
          : { language: 'en', locale: 'en' },
      );
    },
  );
});

const NOW = new Date(2026, 10, 23, 15, 30).getTime();
const formats = (locale: string) => createFormats({ locale });

/** ICU versions differ in the kind of space that they use. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1024, '1 kB'],
    [1500, '1.5 kB'],
    [9960, '10 kB'],
    [15_500, '15.5 kB'],
    [999_940, '999.9 kB'],
    [999_999, '1 MB'],
    [1_048_576, '1 MB'],
    [2_500_000, '2.5 MB'],
    [250e9, '250 GB'],
    [15e12, '15 TB'],
    [5e15, '5,000 TB'],
  ])('formats %d bytes as %s', (bytes, expected) => {
    expect(plain(formats('en-US').size(bytes))).toBe(expected);
  });

  it.each([Number.NaN, Infinity, -1])('returns an empty text for the invalid size %d', (bytes) => {
    expect(formats('en').size(bytes)).toBe('');
  });

  it.each([
    ['de-DE', 2_500_000, '2,5 MB'],
    ['de-DE', 500, '500 Byte'],
    ['pt-BR', 2_500_000, '2,5 MB'],
    ['ja-JP', 500, '500 バイト'],
    ['th-TH', 500, '500 ไบต์'],
    ['ar-EG', 2500, '٢٫٥ كيلوبايت'],
  ])('in %s, formats %d bytes as %s', (locale, bytes, expected) => {
    expect(plain(formats(locale).size(bytes))).toBe(expected);
  });
});

/** Returns the time `minutes` before NOW, a Monday afternoon in the local time zone. */
function ago(minutes: number): string {
  return new Date(NOW - minutes * 60_000).toISOString();
}

const local = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('changed', () => {
  it.each([
    ['en-US', ago(0), 'this minute'],
    ['en-US', ago(-0.5), 'this minute'],
    ['en-US', ago(1), '1 minute ago'],
    ['en-US', ago(59), '59 minutes ago'],
    ['en-US', ago(60), '1 hour ago'],
    ['en-US', ago(24 * 60 - 1), '23 hours ago'],
    ['en-US', ago(24 * 60), 'yesterday'],
    // 40 hours ago, but two calendar days.
    ['en-US', local(2026, 10, 21, 23, 30), '2 days ago'],
    ['en-US', local(2026, 10, 17, 15, 30), '6 days ago'],
    ['en-US', local(2026, 10, 16, 15, 30), 'Nov 16, 2026'],
    ['en-US', local(2027, 10, 23, 12, 0), 'Nov 23, 2027'],
    ['en-GB', local(2025, 10, 22, 12, 0), '22 Nov 2025'],
    ['de-DE', ago(120), 'vor 2 Stunden'],
    ['de-DE', local(2024, 1, 29, 12, 0), '29.02.2024'],
    ['ja-JP', ago(24 * 60), '昨日'],
    ['ja-JP', local(2025, 10, 22, 12, 0), '2025/11/22'],
    ['pt-BR', ago(120), 'há 2 horas'],
    ['pt-BR', local(2025, 10, 22, 12, 0), '22 de nov. de 2025'],
    // The Buddhist calendar.
    ['th-TH', local(2025, 10, 22, 12, 0), '22 พ.ย. 2568'],
    ['ar-EG', ago(180), 'قبل ٣ ساعات'],
  ])('in %s, formats %s as %s', (locale, iso, expected) => {
    expect(plain(formats(locale).changed(iso, NOW))).toBe(expected);
  });

  it.each(['', 'long ago', '2026-13-01'])('returns an empty text for the invalid date %j', (iso) => {
    expect(formats('en').changed(iso, NOW)).toBe('');
    expect(formats('en').moment(iso)).toBe('');
  });
});

it('formats date and time', () => {
  expect(plain(formats('en-US').moment(local(2026, 10, 23, 9, 5)))).toBe('Nov 23, 2026, 9:05 AM');
  expect(plain(formats('de-DE').moment(local(2026, 10, 23, 9, 5)))).toBe('23.11.2026, 09:05');
});

it('formats numbers for the locale', () => {
  expect(formats('en').number(12345)).toBe('12,345');
  expect(formats('de').number(12345)).toBe('12.345');
});

const project = await loadProject();
const texts = manifestTexts(ROOT);

it('the manifests are valid', () => {
  const settings = manifestSettings(loadEnvironment({}, ROOT), project);
  expect(manifestFindings(ROOT, texts, settings)).toEqual([]);
});

it.each(languageTags)('manifests and pane use the same name of the add-in in %s', async (tag) => {
  const appTitle = (await loadStrings(tag)).t('appTitle').replaceAll('&', '&amp;');
  for (const [file, text] of texts) {
    if (!file.endsWith('.xml')) continue;
    const inTag = [
      ...text.matchAll(/<Override Locale="(?<locale>[^"]*)" Value="(?<value>[^"]*)" \/>/gu),
    ].filter(({ groups }) => chooseLanguage(groups?.['locale'] ?? '').language === tag);
    const said = inTag.map(({ groups }) => groups?.['value']);
    if (inTag.length > 0) expect(said).toContain(appTitle);
    else expect(text).toContain(`<DisplayName DefaultValue="${appTitle}"`);
  }
});
