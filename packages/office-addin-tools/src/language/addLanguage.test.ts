import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialogStrings } from '../../../../src/dialog/strings.ts';
import { languageTags } from '../../../../src/taskpane/strings/languages.ts';
import type { Translation } from '../../../../src/taskpane/strings/translation.ts';
import { manifestFindings, manifestTexts } from '../manifest/projectManifests.ts';
import { sampleSettings, writeSamples } from '../manifest/testing/sampleManifests.ts';
import { ROOT } from '../projectFolder.ts';
import { copyProject } from '../../../../maintenance/recipes/projectCopy.ts';
import { addLanguage, newLanguage } from './addLanguage.ts';

/** Welsh has six plural forms; nobody is likely to have added it. */
const LOCALE = 'cy-GB';
let folder: string;
beforeAll(async () => {
  folder = copyProject();
  writeSamples(folder);
  await addLanguage(folder, LOCALE);
});
afterAll(() => rmSync(folder, { recursive: true }));

const load = async <T>(path: string) => (await import(join(folder, path))) as T;

describe('a language that was added', () => {
  it('stands in every text of the manifests, which are sound but for the list of languages of this process', () => {
    const texts = manifestTexts(folder);
    expect(manifestFindings(folder, texts, sampleSettings)).toEqual([]);
    for (const [file, text] of texts) {
      if (file.endsWith('.xml'))
        expect(text.match(/Locale="cy-GB"/gu)).toHaveLength(text.match(/Locale="de-DE"/gu)?.length ?? -1);
      else expect(text).toContain('assets/languages/cy-GB.json');
    }
  });

  it('has its words, with its own plural forms', async () => {
    const { welsh } = await load<{ welsh: Translation }>('src/taskpane/strings/languages/cy.ts');
    expect(Object.keys(welsh.texts.selected).toSorted()).toEqual([
      'few',
      'many',
      'one',
      'other',
      'two',
      'zero',
    ]);
    expect(welsh.texts.signIn).toBe('Sign in');
  });

  it('is spoken by pane and dialog, and known to the check of the manifests', async () => {
    const languages = await load<{ languageTags: string[] }>('src/taskpane/strings/languages.ts');
    expect(languages.languageTags).toEqual([...languageTags, 'cy']);
    const dialog = await load<{ dialogStrings: typeof dialogStrings }>('src/dialog/strings.ts');
    expect(dialog.dialogStrings(LOCALE).language).toBe('cy');
    const manifests = await load<{ LOCALES: string[] }>(
      'packages/office-addin-tools/src/manifest/projectManifests.ts',
    );
    expect(manifests.LOCALES).toContain(LOCALE);
  });

  it('has its types', { tags: 'full', timeout: 60_000 }, () => {
    const files = ['src/taskpane/strings/languages.ts', 'src/dialog/strings.ts', 'src/css.d.ts'];
    const only = { extends: './tsconfig.json', include: [], files };
    writeFileSync(join(folder, 'tsconfig.language.json'), JSON.stringify(only));
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '--noEmit', '--pretty', 'false', '-p', join(folder, 'tsconfig.language.json')];
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe('');
  });
});

describe('the sign-in dialog', () => {
  it.each(languageTags)('speaks %s as the pane does', (tag) => {
    expect(dialogStrings(tag).language).toBe(tag);
  });
});

describe('which language', () => {
  it('has a name for its constant, a direction, and English to begin with', () => {
    const from = { tag: 'en', locale: undefined };
    const faroese = { tag: 'fo', locale: 'fo-FO', constant: 'faroese', dir: 'ltr', from };
    expect(newLanguage('fo-FO')).toEqual(faroese);
    expect(newLanguage('ps-AF')).toMatchObject({ constant: 'pashto', dir: 'rtl' });
    expect(newLanguage('nb-NO')).toMatchObject({ tag: 'nb', constant: 'norwegianBokmal' });
  });

  it.each([
    ['zh-Hant', 'zh-Hant', 'zh-TW', 'traditionalChinese'],
    ['zh-Hant-HK', 'zh-Hant-HK', 'zh-HK', 'chineseTraditionalHongKongSarChina'],
    ['zh-Hans', 'zh-Hans', 'zh-CN', 'simplifiedChinese'],
    ['zh-TW', 'zh-TW', 'zh-TW', 'chineseTaiwan'],
    ['sr-Latn', 'sr-Latn', 'sr-Latn-RS', 'serbianLatin'],
    ['sr-Cyrl', 'sr-Cyrl', 'sr-RS', 'serbianCyrillic'],
    ['uz-Cyrl-UZ', 'uz-Cyrl', 'uz-Cyrl-UZ', 'uzbekCyrillic'],
    ['es-419', 'es-419', 'es-MX', 'latinAmericanSpanish'],
    ['fr-CA', 'fr-CA', 'fr-CA', 'canadianFrench'],
  ])('%s has words %s, and is %s in the manifests', (named, tag, locale, constant) => {
    expect(newLanguage(named)).toMatchObject({ tag, locale, constant, from: { tag: 'en' } });
  });

  it.each([
    ['pt-PT', 'pt-BR', 'pt-BR'],
    ['de-AT', 'de', 'de-DE'],
    ['en-GB', 'en', undefined],
    ['ar-AE', 'ar', 'ar-SA'],
  ])('%s is a variant, which begins with the words of %s', (named, tag, locale) => {
    expect(newLanguage(named)).toMatchObject({ tag: named, locale: named, from: { tag, locale } });
  });

  it.each([
    ['az-Arab', 'rtl'],
    ['sd-Deva', 'ltr'],
    ['he-IL', 'rtl'],
  ])('%s is written %s', (named, dir) => expect(newLanguage(named)).toMatchObject({ dir }));

  it.each(['nl', 'NL-nl', '../x', 'nl-NL-x', 'zh_Hant', 'nl-', ''])(
    '%j is refused, with an example',
    (named) => {
      expect(() => newLanguage(named)).toThrow(/no locale with its region or script.*nl-NL/);
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
    expect(() => newLanguage(named)).toThrow(message);
  });

  it.each([
    ['de-DE', 'de'],
    ['pt-BR', 'pt-BR'],
    ['en-US', 'en'],
    ['ar-SA', 'ar'],
    ['ja-Jpan', 'ja'],
  ])('%s is refused where it is there already', (named, tag) => {
    expect(() => newLanguage(named)).toThrow(`speaks ${tag} already`);
  });
});

describe('a variant of a language that is there', { tags: 'full' }, () => {
  it.each([
    ['pt-PT', 'pt-PT', 'pt-BR'],
    ['zh-Hant', 'zh-TW', undefined],
  ])(
    '%s: manifests and pane have it, and only what it has words in is to be translated',
    async (named, locale, from) => {
      const project = copyProject();
      try {
        writeSamples(project);
        const { translate, listed } = await addLanguage(project, named);
        expect(translate).toEqual([
          `src/taskpane/strings/languages/${named}.ts`,
          'src/dialog/strings.ts',
          'manifest.xml',
          'manifest.outlook.xml',
          `assets/languages/${locale}.json`,
        ]);
        expect(listed).toEqual([
          'src/taskpane/strings/languages.ts',
          'packages/office-addin-tools/src/manifest/projectManifests.ts',
          'manifest.json',
        ]);
        const texts = manifestTexts(project);
        expect(manifestFindings(project, texts, sampleSettings)).toEqual([]);
        const valuesIn = (one: string) =>
          [
            ...(texts.get('manifest.xml') ?? '').matchAll(
              new RegExp(`Locale="${one}" Value="([^"]*)"`, 'gu'),
            ),
          ].map(([, value]) => value);
        expect(valuesIn(locale).length).toBeGreaterThan(0);
        if (from !== undefined) expect(valuesIn(locale)).toEqual(valuesIn(from));
        const strings = (await import(join(project, 'src/taskpane/strings/languages.ts'))) as {
          chooseLanguage: (locale: string) => { language: string };
        };
        expect(strings.chooseLanguage(locale).language).toBe(named);
      } finally {
        rmSync(project, { recursive: true });
      }
    },
  );
});
