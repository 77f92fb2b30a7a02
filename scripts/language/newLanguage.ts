import type { Plural } from '../../src/taskpane/strings/translation.ts';
import { english } from '../../src/taskpane/strings/languages/en.ts';

/** What files look like with one more language, its words still in English. Pure. */

export interface NewLanguage {
  /** BCP 47 of the words, such as `nl` or `zh-TW`. */
  readonly tag: string;
  /** As a manifest takes it, such as nl-NL. */
  readonly locale: string;
  /** Of the constant that holds the words, such as `dutch`. */
  readonly constant: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The file of the words: every text of English, with the plural forms of the language. To be translated. */
export function wordsFile({ tag, constant }: NewLanguage): string {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const plural = (forms: Plural) =>
    Object.fromEntries(categories.map((category) => [category, forms[category] ?? forms.other]));
  const texts = Object.entries(english.texts).map(([key, text]: [string, string | Plural]) => {
    return [key, typeof text === 'string' ? text : plural(text)] as const;
  });
  const words = JSON.stringify({ texts: Object.fromEntries(texts), messages: english.messages });
  return `import type { Translation } from '../translation.ts';\n\nexport const ${constant}: Translation = ${words};\n`;
}

/** src/taskpane/strings/languages.ts */
export function withLanguage(source: string, { tag, constant, dir }: NewLanguage): string {
  const load = `async () => (await import(/* webpackChunkName: "strings-${tag}" */ './languages/${tag}.ts')).${constant}`;
  return beforeEnd(source, `  '${tag}': { dir: '${dir}', load: ${load} },\n`);
}

/** src/dialog/strings.ts */
export function withDialogLanguage(source: string, { tag }: NewLanguage): string {
  const words = /^ {2}en: (\{[^}]*\}),/mu.exec(source)?.[1] ?? '{}';
  return beforeEnd(source, `  '${tag}': ${words},\n`);
}

/** scripts/manifest/projectManifests.ts */
export function withLocale(source: string, { locale }: NewLanguage): string {
  return source.replace(
    /(export const LOCALES = \[[^\]]*)\]/u,
    (_whole, list: string) => `${list}, '${locale}']`,
  );
}

/** An XML manifest: below each last Override one more, with the text of the default language. */
export function withOverrides(xml: string, { locale }: NewLanguage): string {
  return xml.replace(
    /DefaultValue="([^"]*)">((?:\s*<(?:bt:)?Override [^>]*>)*)(\s*)<((?:bt:)?)Override [^>]*>(?=\s*<\/)/gu,
    (whole, text: string, _others: string, space: string, prefix: string) =>
      `${whole}${space}<${prefix}Override Locale="${locale}" Value="${text}" />`,
  );
}

/** manifest.json: names the file of the language. */
export function withLanguageFile(json: string, { locale }: NewLanguage): string {
  const manifest = JSON.parse(json) as { localizationInfo: { additionalLanguages: object[] } };
  const { additionalLanguages } = manifest.localizationInfo;
  additionalLanguages.push({ languageTag: locale, file: `assets/languages/${locale}.json` });
  return JSON.stringify(manifest);
}

/** assets/languages/: the keys of another language, with the texts of the manifest. @param other text of its file */
export function languageFile(manifest: string, other: string): string {
  const whole = JSON.parse(manifest) as unknown;
  const entries = Object.entries(JSON.parse(other) as Record<string, string>);
  return JSON.stringify(Object.fromEntries(entries.map(([key, text]) => [key, textAt(whole, key) ?? text])));
}

/** @param key such as extensions[0].ribbons[1].label */
function textAt(value: unknown, key: string): string | undefined {
  const found = key
    .split(/[.[\]]+/u)
    .filter((part) => part !== '')
    .reduce<unknown>((within, part) => (within as Record<string, unknown> | undefined)?.[part], value);
  return typeof found === 'string' ? found : undefined;
}

/** Before the line that ends the list of the file. */
function beforeEnd(source: string, entry: string): string {
  return source.replace(/^\} as const satisfies/mu, `${entry}} as const satisfies`);
}
