import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  loadEnvironment,
  loadProject,
  manifestFindings,
  manifestSettings,
  manifestTexts,
  ROOT,
} from 'office-addin-tools';
import { addLanguage } from 'office-addin-tools/testing';
import { dialogStrings } from '../../src/dialog/strings.ts';
import { languageTags } from '../../src/taskpane/strings/languages.ts';
import { copyProject } from '../recipes/projectCopy.ts';

/** Welsh: six plural forms, and unlikely to be added to a project. */
const LOCALE = 'cy-GB';
const project = await loadProject();
let folder: string;
beforeAll(async () => {
  folder = copyProject();
  await addLanguage(folder, project, LOCALE);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns what `npm run validate` finds in the copy with the added language. */
function findingsOf(copy: string, texts: Map<string, string>, tag: string) {
  const languages = [...project.languages, tag];
  return manifestFindings(
    copy,
    texts,
    manifestSettings(loadEnvironment({}, ROOT), { ...project, languages }),
  );
}

const load = async <T>(path: string) => (await import(join(folder, path))) as T;

describe('an added language', () => {
  it('has every text in the manifests, which stay valid', () => {
    const texts = manifestTexts(folder);
    expect(findingsOf(folder, texts, 'cy')).toEqual([]);
    for (const [file, text] of texts) {
      if (file.endsWith('.xml'))
        expect(text.match(/Locale="cy-GB"/gu)).toHaveLength(text.match(/Locale="de-DE"/gu)?.length ?? -1);
      else expect(text).toContain('assets/languages/cy-GB.json');
    }
  });

  it('has texts with its own plural forms', async () => {
    const { default: files } = await load<{ default: { selected: object } }>(
      'src/taskpane/features/files/strings/cy.ts',
    );
    const { default: welsh } = await load<{ default: { texts: { signIn: string } } }>(
      'src/taskpane/strings/languages/cy.ts',
    );
    expect(Object.keys(files.selected).toSorted()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
    expect(welsh.texts.signIn).toBe('Sign in');
  });

  it('is a language of pane and dialog', async () => {
    const languages = await load<{ languageTags: string[] }>('src/taskpane/strings/languages.ts');
    expect(languages.languageTags).toEqual([...languageTags, 'cy']);
    const dialog = await load<{ dialogStrings: typeof dialogStrings }>('src/dialog/strings.ts');
    expect(dialog.dialogStrings(LOCALE).language).toBe('cy');
  });

  it('passes the type check', { tags: 'full', timeout: 60_000 }, () => {
    const files = ['src/taskpane/main.tsx', 'src/dialog/strings.ts', 'src/css.d.ts'];
    const only = { extends: './tsconfig.json', include: [], files };
    writeFileSync(join(folder, 'tsconfig.language.json'), JSON.stringify(only));
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '--noEmit', '--pretty', 'false', '-p', join(folder, 'tsconfig.language.json')];
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe('');
  });
});

describe('the sign-in dialog', () => {
  it.each(languageTags)('supports %s, as the pane does', (tag) => {
    expect(dialogStrings(tag).language).toBe(tag);
  });
});

describe('a variant of an existing language', { tags: 'full' }, () => {
  it.each([
    ['pt-PT', 'pt-PT', 'pt-BR'],
    ['zh-Hant', 'zh-TW', undefined],
  ])(
    '%s: is added to manifests and pane, and only files with texts are listed for translation',
    async (named, locale, from) => {
      const copy = copyProject();
      try {
        const { translate, listed } = await addLanguage(copy, project, named);
        expect(translate).toEqual([
          `src/taskpane/features/files/strings/${named}.ts`,
          `src/taskpane/strings/languages/${named}.ts`,
          'src/taskpane/features/about/translations.ts',
          'src/taskpane/options/preferences/translations.ts',
          'src/events/translations.ts',
          'src/dialog/strings.ts',
          'manifest.xml',
          'manifest.outlook.xml',
          `assets/languages/${locale}.json`,
        ]);
        expect(listed).toEqual(['src/taskpane/strings/languages.ts', 'manifest.json']);
        const texts = manifestTexts(copy);
        expect(findingsOf(copy, texts, named)).toEqual([]);
        const valuesIn = (one: string) =>
          [
            ...(texts.get('manifest.xml') ?? '').matchAll(
              new RegExp(`Locale="${one}" Value="([^"]*)"`, 'gu'),
            ),
          ].map(([, value]) => value);
        expect(valuesIn(locale).length).toBeGreaterThan(0);
        if (from !== undefined) expect(valuesIn(locale)).toEqual(valuesIn(from));
        const strings = (await import(join(copy, 'src/taskpane/strings/languages.ts'))) as {
          chooseLanguage: (locale: string) => { language: string };
        };
        expect(strings.chooseLanguage(locale).language).toBe(named);
      } finally {
        rmSync(copy, { recursive: true });
      }
    },
  );
});
