import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearestLanguage } from '../../../../src/contract/nearestLanguage.ts';
import { languages, languageTags, type LanguageTag } from '../../../../src/taskpane/strings/languages.ts';
import type { Translation } from '../../../../src/taskpane/strings/translation.ts';
import { ClearError } from '../clearError.ts';
import { LOCALES, UNIFIED_MANIFEST, XML_MANIFESTS } from '../manifest/projectManifests.ts';
import { constantOf, directionOf, manifestLocale, namedLanguage, tagOfWords } from './addedTag.ts';
import {
  languageFile,
  textsOf,
  withDialogLanguage,
  withLanguage,
  withLanguageFile,
  withLocale,
  withOverrides,
  wordsFile,
  type NewLanguage,
} from './newLanguage.ts';

/** The pane's, of which the manifests' default texts are a translation. */
const DEFAULT: LanguageTag = 'en';

/**
 * Returns what is added for the language.
 * @param named with region, script or both: nl-NL, es-419, zh-Hant, sr-Latn-RS
 * @throws ClearError for one that is no such locale, or is there
 */
export function newLanguage(named: string): NewLanguage {
  const wanted = namedLanguage(named);
  const locale = manifestLocale(wanted);
  const full = wanted.maximize().toString();
  const there =
    languageTags.find((tag) => new Intl.Locale(tag).maximize().toString() === full) ??
    (LOCALES.includes(locale) ? nearestLanguage(locale, languageTags) : undefined);
  if (there !== undefined)
    throw new ClearError(`The pane speaks ${there} already. Change its words, or the tag in languages.ts.`);
  const tag = tagOfWords(wanted);
  return { tag, locale, constant: constantOf(tag), dir: directionOf(wanted), from: beginning(wanted) };
}

/** A variant begins with the words of the language, if the script is the same; another language with English. */
function beginning(wanted: Intl.Locale): NewLanguage['from'] {
  const { script } = wanted.maximize();
  const inScript = languageTags.filter((tag) => new Intl.Locale(tag).maximize().script === script);
  const tag = nearestLanguage(wanted.toString(), inScript) ?? DEFAULT;
  return { tag, locale: LOCALES.find((locale) => nearestLanguage(locale, languageTags) === tag) };
}

export interface Added extends NewLanguage {
  /** Paths of the files that have words in the new language. */
  readonly translate: readonly string[];
  /** Paths of the files that only list it. */
  readonly listed: readonly string[];
}

/** Adds the language to the project in `folder`, in the words of another for now. Writes all files or, on a fault, none. */
export async function addLanguage(folder: string, named: string): Promise<Added> {
  const added = newLanguage(named);
  const { tag, locale, from } = added;
  const words: Translation = await languages[from.tag as LanguageTag].load();
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const isThere = (path: string) => existsSync(join(folder, path));
  const changed = (path: string, change: (text: string, language: NewLanguage) => string) => {
    const before = read(path);
    const text = change(before, added);
    if (text === before)
      throw new ClearError(
        `${path} has no place for the language: its list is not written as the starter's.`,
      );
    return [path, text] as const;
  };
  const unified = isThere(UNIFIED_MANIFEST) ? read(UNIFIED_MANIFEST) : undefined;
  const other = unified === undefined ? undefined : textsOf(unified, from.locale);
  const translate = new Map([
    [`src/taskpane/strings/languages/${tag}.ts`, wordsFile(added, words)],
    changed('src/dialog/strings.ts', withDialogLanguage),
    ...XML_MANIFESTS.filter(isThere).map((path) => changed(path, withOverrides)),
    ...(unified === undefined || other === undefined
      ? []
      : [
          [
            `assets/languages/${locale}.json`,
            from.locale === undefined ? languageFile(unified, read(other)) : read(other),
          ] as const,
        ]),
  ]);
  const listed = new Map([
    changed('src/taskpane/strings/languages.ts', withLanguage),
    changed('packages/office-addin-tools/src/manifest/projectManifests.ts', withLocale),
    ...(unified === undefined ? [] : [changed(UNIFIED_MANIFEST, withLanguageFile)]),
  ]);
  await writeAll(folder, [...translate, ...listed]);
  return { ...added, translate: [...translate.keys()], listed: [...listed.keys()] };
}

async function writeAll(folder: string, texts: readonly (readonly [path: string, text: string])[]) {
  const { format, resolveConfig } = await import('prettier');
  const ready = await Promise.all(
    texts.map(async ([path, text]) => {
      const filepath = join(folder, path);
      if (path.endsWith('.xml')) return [filepath, text] as const;
      return [filepath, await format(text, { ...(await resolveConfig(filepath)), filepath })] as const;
    }),
  );
  for (const [filepath, text] of ready) writeFileSync(filepath, text);
}
