/** What files look like with one more language, its words still those of another. Pure. */

export interface NewLanguage {
  /** BCP 47 of the words, such as `nl` or `zh-Hant`. */
  readonly tag: string;
  /** As Office and a manifest write it, such as nl-NL or zh-TW. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** The language whose words it begins with; `locale` is undefined for the default language of the manifests. */
  readonly from: { readonly tag: string; readonly locale: string | undefined };
}

type Plural = Readonly<Record<string, string>> & { readonly other: string };

/**
 * Returns a file of texts in the new language: those of another one, with the plural forms of the new one.
 * @param file another translation, which shows the imports and the type
 * @param texts an object of texts, plurals and further objects
 */
export function textsFile({ tag }: NewLanguage, file: string, texts: unknown): string {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const translation = JSON.stringify(withForms(texts, pluralCategories));
  return file.replace(/export default [^]* satisfies/u, () => `export default ${translation} satisfies`);
}

function withForms(texts: unknown, categories: readonly string[]): unknown {
  if (typeof texts !== 'object' || texts === null) return texts;
  if (isPlural(texts))
    return Object.fromEntries(categories.map((category) => [category, texts[category] ?? texts.other]));
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, withForms(value, categories)]));
}

function isPlural(texts: object): texts is Plural {
  return 'other' in texts && Object.values(texts).every((text) => typeof text === 'string');
}

/** Returns the list of the pane's languages (`files.languages`) with one more. */
export function withLanguage(source: string, { tag, dir }: NewLanguage): string {
  return beforeEnd(source, `  '${tag}': '${dir}',\n`);
}

/** Returns the dialog's texts (`files.dialogWords`) in one more language. */
export function withDialogLanguage(source: string, { tag, from }: NewLanguage): string {
  const words = new RegExp(`^ {2}'?${from.tag}'?: (\\{[^}]*\\}),`, 'mu').exec(source)?.[1];
  return words === undefined ? source : beforeEnd(source, `  '${tag}': ${words},\n`);
}

/** An XML manifest: below each last Override one more, with the text of the language it begins with. */
export function withOverrides(xml: string, { locale, from }: NewLanguage): string {
  return xml.replace(
    /DefaultValue="([^"]*)">((?:\s*<(?:bt:)?Override [^>]*>)*)(\s*)<((?:bt:)?)Override [^>]*>(?=\s*<\/)/gu,
    (whole, standard: string, _others: string, space: string, prefix: string) => {
      const others = [...whole.matchAll(/Locale="([^"]*)" Value="([^"]*)"/gu)];
      const text = others.find(([, other]) => other === from.locale)?.[2] ?? standard;
      return `${whole}${space}<${prefix}Override Locale="${locale}" Value="${text}" />`;
    },
  );
}

/** manifest.json: names the file of the language. */
export function withLanguageFile(json: string, { locale }: NewLanguage): string {
  const manifest = JSON.parse(json) as { localizationInfo: { additionalLanguages: object[] } };
  const { additionalLanguages } = manifest.localizationInfo;
  additionalLanguages.push({ languageTag: locale, file: `assets/languages/${locale}.json` });
  return JSON.stringify(manifest);
}

/** Path of the texts of a language, or of any one where `locale` is not among those of manifest.json. */
export function textsOf(json: string, locale: string | undefined): string | undefined {
  const { localizationInfo } = JSON.parse(json) as {
    localizationInfo: { additionalLanguages: readonly { languageTag: string; file: string }[] };
  };
  const { additionalLanguages } = localizationInfo;
  return (additionalLanguages.find(({ languageTag }) => languageTag === locale) ?? additionalLanguages[0])
    ?.file;
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
