/** Maps the pane's language tags to manifest locales, such as pt-BR. Pure. */

/** Office has no es-419 (Latin America) and uses es-MX instead. */
const OFFICE_REGION: Readonly<Record<string, string>> = { '419': 'MX' };

/**
 * Returns the locale as manifests and Office write it: language and region, such as zh-TW for zh-Hant, with the script only
 * if the region does not imply it, such as sr-Latn-RS. Undefined if the region is not a country.
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

/** Returns whether the locale belongs to the language tag: ar-SA belongs to ar, but not to ar-EG. */
export function isOfLanguage(locale: string, tag: string): boolean {
  try {
    const [own, wanted] = [new Intl.Locale(locale), new Intl.Locale(tag)];
    if (wanted.region !== undefined && localeOf(tag) !== locale) return false;
    const [one, other] = [own.maximize(), wanted.maximize()];
    return one.language === other.language && one.script === other.script;
  } catch {
    // A malformed tag throws a RangeError.
    return false;
  }
}

/** Returns the default locales of the manifests, and the other locales that they have texts in. */
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
 * Returns the locales that every text of a manifest needs, without the default: all locales of the project's manifests,
 * and one for each language of the pane that they don't cover.
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
