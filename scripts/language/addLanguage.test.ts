import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialogStrings } from '../../src/dialog/strings.ts';
import { languageTags } from '../../src/taskpane/strings/languages.ts';
import type { Translation } from '../../src/taskpane/strings/translation.ts';
import { manifestFindings, manifestTexts } from '../manifest/projectManifests.ts';
import { sampleSettings, writeSamples } from '../manifest/testing/sampleManifests.ts';
import { ROOT } from '../nodeProcess.ts';
import { copyProject } from '../recipes/projectCopy.ts';
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
    const manifests = await load<{ LOCALES: string[] }>('scripts/manifest/projectManifests.ts');
    expect(manifests.LOCALES).toContain(LOCALE);
  });

  it('has its types', () => {
    const files = ['src/taskpane/strings/languages.ts', 'src/dialog/strings.ts', 'src/css.d.ts'];
    const only = { extends: './tsconfig.json', include: [], files };
    writeFileSync(join(folder, 'tsconfig.language.json'), JSON.stringify(only));
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '--noEmit', '--pretty', 'false', '-p', join(folder, 'tsconfig.language.json')];
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe('');
  }, 60_000);
});

describe('the sign-in dialog', () => {
  it.each(languageTags)('speaks %s as the pane does', (tag) => {
    expect(dialogStrings(tag).language).toBe(tag);
  });
});

describe('which language', () => {
  it('has a name for its constant, and a direction', () => {
    const faroese = { tag: 'fo', locale: 'fo-FO', constant: 'faroese', dir: 'ltr' };
    expect(newLanguage('fo-FO')).toEqual(faroese);
    expect(newLanguage('ps-AF')).toMatchObject({ constant: 'pashto', dir: 'rtl' });
  });

  it.each(['nl', 'NL-nl', '../x', 'nl-NL-x'])('%s is refused, with an example', (locale) => {
    expect(() => newLanguage(locale)).toThrow(/no locale with its region.*nl-NL/);
  });

  it.each([
    ['xx-YY', /"xx" in "xx-YY" is no language/],
    ['nl-QX', /"QX" in "nl-QX" is no region/],
    ['qqz-NL', /is no language/],
  ])('%s is refused, because CLDR has no name for it', (locale, message) => {
    expect(() => newLanguage(locale)).toThrow(message);
  });

  it('is refused where it is there already', () => {
    expect(() => newLanguage('de-AT')).toThrow(/speaks de already/);
  });
});
