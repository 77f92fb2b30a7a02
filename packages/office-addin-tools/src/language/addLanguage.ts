import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../userError.ts';
import { isOfLanguage, localesIn } from '../manifest/locale.ts';
import { readManifests, UNIFIED_MANIFEST, XML_MANIFESTS } from '../manifest/projectManifests.ts';
import type { AddinProject } from '../project.ts';
import { directionOf, manifestLocale, parseLanguage, textTag } from './languageTag.ts';
import {
  languageFile,
  textsOf,
  withDialogLanguage,
  withLanguage,
  withLanguageFile,
  withOverrides,
  withTranslation,
  textsFile,
  type NewLanguage,
} from './languageEdits.ts';

/** Language of the manifests' default texts. */
const DEFAULT = 'en';

/**
 * @param named locale with region, script or both: nl-NL, es-419, zh-Hant, sr-Latn-RS
 * @param tags of the pane's languages
 * @param locales of the manifests, without the default
 * @throws UserError if it is not such a locale, or the pane already has it
 */
export function newLanguage(named: string, tags: readonly string[], locales: readonly string[]): NewLanguage {
  const wanted = parseLanguage(named);
  const locale = manifestLocale(wanted);
  const full = wanted.maximize().toString();
  const existing =
    tags.find((tag) => new Intl.Locale(tag).maximize().toString() === full) ??
    (locales.includes(locale) ? tags.find((tag) => isOfLanguage(locale, tag)) : undefined);
  if (existing !== undefined)
    throw new UserError(
      `The pane already has ${existing}. Change its texts, or its tag in the list of languages.`,
    );
  const tag = textTag(wanted);
  const from = startingLanguage(wanted, tags, locales);
  return { tag, locale, dir: directionOf(wanted), from };
}

/** A variant starts from the texts of its language if the script is the same; any other language from English. */
function startingLanguage(
  wanted: Intl.Locale,
  tags: readonly string[],
  locales: readonly string[],
): NewLanguage['from'] {
  const { language, script } = wanted.maximize();
  const same = tags.filter((tag) => {
    const one = new Intl.Locale(tag).maximize();
    return one.language === language && one.script === script;
  });
  const tag = same.find((one) => new Intl.Locale(one).region === undefined) ?? same[0] ?? DEFAULT;
  return { tag, locale: locales.find((locale) => isOfLanguage(locale, tag)) };
}

export interface AddedLanguage extends NewLanguage {
  /** Paths of the files to translate. */
  readonly translate: readonly string[];
  /** Paths of the files that only list the language. */
  readonly listed: readonly string[];
}

/** Adds the language to the project in `folder`, with the texts of another language. Writes all files, or none on error. */
export async function addLanguage(
  folder: string,
  { files, languages, events }: Pick<AddinProject, 'files' | 'languages' | 'events'>,
  named: string,
): Promise<AddedLanguage> {
  const { others } = localesIn(readManifests(folder).values());
  const added = newLanguage(named, languages, others);
  const { locale, from } = added;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const exists = (path: string) => existsSync(join(folder, path));
  const changed = (path: string, change: (text: string, language: NewLanguage) => string) => {
    const before = read(path);
    const text = change(before, added);
    if (text === before)
      throw new UserError(
        `The language can't be added to ${path}: it does not end with "} as const satisfies".`,
      );
    return [path, text] as const;
  };
  const unified = exists(UNIFIED_MANIFEST) ? read(UNIFIED_MANIFEST) : undefined;
  const other = unified === undefined ? undefined : textsOf(unified, from.locale);
  const translate = new Map([
    ...(await textsFiles(folder, dirname(files.page), added, languages)),
    ...(await translationFiles(folder, dirname(files.page), added)),
    ...(events ? await translationFiles(folder, dirname(events.handlers), added) : []),
    changed(files.dialogWords, withDialogLanguage),
    ...XML_MANIFESTS.filter(exists).map((path) => changed(path, withOverrides)),
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
    changed(files.languages, withLanguage),
    ...(unified === undefined ? [] : [changed(UNIFIED_MANIFEST, withLanguageFile)]),
  ]);
  await writeAll(folder, [...translate, ...listed]);
  return { ...added, translate: [...translate.keys()], listed: [...listed.keys()] };
}

/**
 * Returns the new text files by path: one for each folder of the pane with a file in the default language.
 * @param pane path of the pane's source
 */
async function textsFiles(
  folder: string,
  pane: string,
  added: NewLanguage,
  languages: readonly string[],
): Promise<[path: string, text: string][]> {
  const { tag, from } = added;
  return Promise.all(
    foldersWith(folder, pane, `${DEFAULT}.ts`).map(async (texts): Promise<[string, string]> => {
      const file = (language: string) => join(folder, texts, `${language}.ts`);
      const [words] = Object.values(
        (await import(pathToFileURL(file(from.tag)).href)) as Record<string, unknown>,
      );
      const pattern = languages.find((language) => language !== DEFAULT && existsSync(file(language)));
      if (words === undefined || pattern === undefined)
        throw new UserError(`${texts} must contain ${DEFAULT}.ts and at least one translation.`);
      return [`${texts}/${tag}.ts`, textsFile(added, readFileSync(file(pattern), 'utf8'), words)];
    }),
  );
}

/**
 * Returns the changed files by path that have the texts in all other languages: one for each folder with a file
 * translations.ts. The texts in the default language are its export `english`, or that of its index.ts.
 * @param source path of the folder in which to look
 */
async function translationFiles(
  folder: string,
  source: string,
  added: NewLanguage,
): Promise<[path: string, text: string][]> {
  return Promise.all(
    foldersWith(folder, source, 'translations.ts').map(async (texts): Promise<[string, string]> => {
      const path = `${texts}/translations.ts`;
      const load = async <T>(file: string) => (await import(pathToFileURL(join(folder, file)).href)) as T;
      const { translations, english } = await load<{
        translations: Record<string, object>;
        english?: object;
      }>(path);
      const words =
        translations[added.from.tag] ??
        english ??
        (await load<{ english: object }>(`${texts}/index.ts`)).english;
      const before = readFileSync(join(folder, path), 'utf8');
      const text = withTranslation(before, added, words);
      if (text === before)
        throw new UserError(`The language can't be added to ${path}: it does not end with "};".`);
      return [path, text];
    }),
  );
}

/** Returns the folders in `source` with a file of this name, in alphabetical order. */
function foldersWith(folder: string, source: string, name: string): string[] {
  return readdirSync(join(folder, source), { recursive: true, encoding: 'utf8' })
    .map((path) => `${source}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(`/${name}`))
    .map((path) => dirname(path))
    .toSorted();
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
