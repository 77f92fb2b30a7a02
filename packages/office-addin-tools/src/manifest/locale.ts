/** Locales of manifests, such as pt-BR, and the languages of a pane that they go with. Pure. */

/** Office has no Spanish of all Latin America, and shows its users es-MX. */
const OFFICE_REGION: Readonly<Record<string, string>> = { '419': 'MX' };

/**
 * Returns the locale as manifests and Office write it: language and region, as zh-TW for zh-Hant; with the script only
 * where the region does not imply it, as in sr-Latn-RS. Undefined when the region is not a country.
 */
export function localeOf(tag: string | Intl.Locale): string | undefined {
  const { language, script, region: likely = '' } = new Intl.Locale(tag.toString()).maximize();
  const region = OFFICE_REGION[likely] ?? likely;
  if (!/^[A-Z]{2}$/u.test(region)) return undefined;
  const plain = `${language}-${region}`;
  return new Intl.Locale(plain).maximize().script === script
    ? plain
    : `${language}-${script ?? ''}-${region}`;
}

/** Whether texts in this locale are texts of the language: ar-SA is of ar and not of ar-EG. */
export function isOfLanguage(locale: string, tag: string): boolean {
  try {
    const [own, wanted] = [new Intl.Locale(locale), new Intl.Locale(tag)];
    if (wanted.region !== undefined && localeOf(tag) !== locale) return false;
    const [one, other] = [own.maximize(), wanted.maximize()];
    return one.language === other.language && one.script === other.script;
  } catch {
    // The only way to ask: a tag that is not well-formed throws a RangeError.
    return false;
  }
}

/** Returns the default locales of the manifests, and the locales that they have texts in besides. */
export function localesIn(texts: Iterable<string>): { defaults: string[]; others: string[] } {
  const all = [...texts].join('\n');
  const found = (pattern: RegExp) => [
    ...new Set([...all.matchAll(pattern)].flatMap(([, locale]) => locale ?? [])),
  ];
  return {
    defaults: found(/(?:<DefaultLocale>\s*|"defaultLanguageTag"\s*:\s*")([\w-]+)/gu),
    others: found(/(?:<(?:\w+:)?Override\s+Locale\s*=\s*"|"languageTag"\s*:\s*")([\w-]+)"/gu),
  };
}

/**
 * Returns the locales that every text of a manifest needs, besides its default: those that one of the project's
 * manifests has, and one for each language of the pane that none of them has.
 */
export function neededLocales(languages: readonly string[], texts: Iterable<string>): string[] {
  const { defaults, others } = localesIn(texts);
  const missing = languages.filter(
    (tag) => ![...defaults, ...others].some((locale) => isOfLanguage(locale, tag)),
  );
  return [
    ...others.filter((one) => !defaults.includes(one)),
    ...missing.flatMap((tag) => localeOf(tag) ?? []),
  ];
}
