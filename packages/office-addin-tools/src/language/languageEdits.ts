/** Adds a language to the texts of files, with the texts of another language. Pure. */

export interface NewLanguage {
  /** BCP 47 tag of the text files, such as `nl` or `zh-Hant`. */
  readonly tag: string;
  /** Locale in manifests and Office, such as nl-NL or zh-TW. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** The language whose texts are copied. `locale` is undefined for the manifests' default language. */
  readonly from: { readonly tag: string; readonly locale: string | undefined };
}

type Plural = Readonly<Record<string, string>> & { readonly other: string };

/**
 * Returns a text file with copied texts and the plural categories of the new language.
 * @param file another translation, as the template for imports and type
 * @param texts nested object of texts and plurals
 */
export function textsFile({ tag }: NewLanguage, file: string, texts: unknown): string {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const translation = JSON.stringify(withForms(texts, pluralCategories));
  return file.replace(/export default [^]* satisfies/u, () => `export default ${translation} satisfies`);
}

/** Adds the language to a file with the texts in all other languages. */
export function withTranslation(source: string, { tag }: NewLanguage, texts: unknown): string {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const entry = `'${tag}': ${JSON.stringify(withForms(texts, pluralCategories))},`;
  return source.replace(/(?<=\n|\{)\};\n$/u, () => `${entry}\n};\n`);
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

/** Adds the language to the list of the pane's languages (`files.languages`). */
export function withLanguage(source: string, { tag, dir }: NewLanguage): string {
  return beforeEnd(source, `  '${tag}': '${dir}',\n`);
}

/** Adds the language to the dialog's texts (`files.dialogWords`). */
export function withDialogLanguage(source: string, { tag, from }: NewLanguage): string {
  const words = new RegExp(`^ {2}'?${from.tag}'?: (\\{[^}]*\\}),`, 'mu').exec(source)?.[1];
  return words === undefined ? source : beforeEnd(source, `  '${tag}': ${words},\n`);
}

/** Adds an Override after the last one of each text in an XML manifest. */
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

/** Adds the language file to manifest.json. */
export function withLanguageFile(json: string, { locale }: NewLanguage): string {
  const manifest = JSON.parse(json) as { localizationInfo: { additionalLanguages: object[] } };
  const { additionalLanguages } = manifest.localizationInfo;
  additionalLanguages.push({ languageTag: locale, file: `assets/languages/${locale}.json` });
  return JSON.stringify(manifest);
}

/** Returns the path of a locale's texts, or of the first locale's if manifest.json does not have it. */
export function textsOf(json: string, locale: string | undefined): string | undefined {
  const { localizationInfo } = JSON.parse(json) as {
    localizationInfo: { additionalLanguages: readonly { languageTag: string; file: string }[] };
  };
  const { additionalLanguages } = localizationInfo;
  return (additionalLanguages.find(({ languageTag }) => languageTag === locale) ?? additionalLanguages[0])
    ?.file;
}

/** Returns a file of assets/languages/ with the keys of another language file and the texts of the manifest. */
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

/** Inserts an entry before the line that ends the list. */
function beforeEnd(source: string, entry: string): string {
  return source.replace(/^\} as const satisfies/mu, `${entry}} as const satisfies`);
}
