import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageTags } from '../../src/taskpane/strings/languages.ts';
import { ClearError } from '../clearError.ts';
import { UNIFIED_MANIFEST, XML_MANIFESTS } from '../manifest/projectManifests.ts';
import {
  languageFile,
  withDialogLanguage,
  withLanguage,
  withLanguageFile,
  withLocale,
  withOverrides,
  wordsFile,
  type NewLanguage,
} from './newLanguage.ts';

const WRITTEN_FROM_THE_RIGHT = ['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv'];

/** @param locale with its region, as a manifest takes it  @throws ClearError for one that is no locale, or is there */
export function newLanguage(locale: string): NewLanguage {
  const [language = '', region] = /^[a-z]{2,3}-[A-Z]{2}$/u.test(locale) ? locale.split('-') : [];
  if (region === undefined)
    throw new ClearError(
      `"${locale}" is no locale with its region. For example: npm run add-language -- nl-NL`,
    );
  for (const [type, part] of Object.entries({ language, region } as const)) {
    const names = new Intl.DisplayNames('en', { type: type as 'language' | 'region', fallback: 'none' });
    if (names.of(part) === undefined)
      throw new ClearError(
        `"${part}" in "${locale}" is no ${type} that Unicode CLDR knows. For example: nl-NL`,
      );
  }
  // The pane chooses by the language alone, so that each can be there once.
  const there = languageTags.find((tag) => tag.split('-')[0] === language);
  if (there !== undefined)
    throw new ClearError(`The pane speaks ${there} already. Change its words, or the tag in languages.ts.`);
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  const [first = '', ...words] = name.toLowerCase().split(/[^a-z]+/u);
  const constant = first + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return { tag: language, locale, constant, dir: WRITTEN_FROM_THE_RIGHT.includes(language) ? 'rtl' : 'ltr' };
}

/** Adds the language to the project in `folder`, in English for now. @returns the paths that were written */
export async function addLanguage(folder: string, locale: string): Promise<string[]> {
  const added = newLanguage(locale);
  const { format, resolveConfig } = await import('prettier');
  const written: string[] = [];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const write = async (path: string, text: string) => {
    const filepath = join(folder, path);
    const options = { ...(await resolveConfig(filepath)), filepath };
    writeFileSync(filepath, path.endsWith('.xml') ? text : await format(text, options));
    written.push(path);
  };
  await write(`src/taskpane/strings/languages/${added.tag}.ts`, wordsFile(added));
  const sources = {
    'src/taskpane/strings/languages.ts': withLanguage,
    'src/dialog/strings.ts': withDialogLanguage,
    'scripts/manifest/projectManifests.ts': withLocale,
  };
  for (const [path, change] of Object.entries(sources)) await write(path, change(read(path), added));
  for (const path of XML_MANIFESTS)
    if (existsSync(join(folder, path))) await write(path, withOverrides(read(path), added));
  const manifest = read(UNIFIED_MANIFEST);
  const other = read('assets/languages/de-DE.json');
  await write(`assets/languages/${locale}.json`, languageFile(manifest, other));
  await write(UNIFIED_MANIFEST, withLanguageFile(manifest, added));
  return written;
}
