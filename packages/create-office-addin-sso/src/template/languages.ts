import { dropBlock } from '../edit/dropBlock.ts';
import type { Files } from './applyRemovals.ts';

/** Languages of the template, and their removal. */

const TEXTS = /^src\/taskpane\/(?:.*\/)?strings\/(?:languages\/)?(?<tag>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.ts$/u;
/** The texts of a small part in all other languages. */
const TRANSLATIONS = /^src\/(?:taskpane|events)\/(?:.*\/)?translations\.ts$/u;
const LIST = 'src/taskpane/strings/languages.ts';
const DIALOG = 'src/dialog/strings.ts';
export const ENGLISH = 'en';

/** Returns the tags of all languages, English first. */
export function languagesOf(files: Files): string[] {
  const tags = [...files.keys()].flatMap((path) => {
    const [, folder, tag] = /^(src\/taskpane\/strings\/languages\/)(.+)\.ts$/u.exec(path) ?? [];
    return folder === undefined || tag === undefined ? [] : [tag];
  });
  return [ENGLISH, ...tags.filter((tag) => tag !== ENGLISH)];
}

/** Returns the files with these languages only. @throws Error when a file is not written as expected */
export function withLanguages(files: Files, kept: readonly string[]): Map<string, Buffer> {
  const result = new Map(files);
  const dropped = languagesOf(files).filter((tag) => !kept.includes(tag));
  const locales = new Set<string>();
  for (const path of files.keys()) {
    const tag = TEXTS.exec(path)?.groups?.['tag'];
    if (tag !== undefined && dropped.includes(tag)) result.delete(path);
    const locale = /^assets\/languages\/(?<locale>.+)\.json$/u.exec(path)?.groups?.['locale'] ?? '';
    if (dropped.some((each) => each === locale || each === locale.replace(/-[A-Z]{2}$/u, ''))) {
      locales.add(locale);
      result.delete(path);
    }
  }
  const edit = (path: string, change: (text: string) => string) => {
    const text = result.get(path)?.toString();
    if (text !== undefined) result.set(path, Buffer.from(change(text)));
  };
  const translations = [...files.keys()].filter((path) => TRANSLATIONS.test(path));
  for (const tag of dropped)
    for (const path of [LIST, DIALOG, ...translations]) edit(path, (text) => withoutEntry(text, tag, path));
  for (const path of ['manifest.xml', 'manifest.outlook.xml'])
    edit(path, (xml) => withoutOverrides(xml, locales));
  edit('manifest.json', (json) => withoutLanguageFiles(json, locales));
  return result;
}

/** Drops `de: …` or `'pt-BR': …`. */
function withoutEntry(text: string, tag: string, path: string): string {
  const changed = dropBlock(text, tag.includes('-') ? `'${tag}': ` : `${tag}: `);
  if (changed === undefined) throw new Error(`${path} has no entry for ${tag}`);
  return changed;
}

function withoutOverrides(xml: string, locales: ReadonlySet<string>): string {
  return xml
    .replace(/^ *<(?:bt:)?Override Locale="(?<locale>[^"]*)"[^>]*\/>\n/gmu, (line, locale: string) =>
      locales.has(locale) ? '' : line,
    )
    .replace(/">\s*<\/(?:bt:)?(?:DisplayName|Description|SupportUrl|String)>/gu, '" />');
}

function withoutLanguageFiles(json: string, locales: ReadonlySet<string>): string {
  const manifest = JSON.parse(json) as {
    localizationInfo?: { additionalLanguages: { languageTag: string }[] };
  };
  const { localizationInfo } = manifest;
  if (localizationInfo === undefined) return json;
  localizationInfo.additionalLanguages = localizationInfo.additionalLanguages.filter(
    ({ languageTag }) => !locales.has(languageTag),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
