import { localeOf } from '../manifest/locale.ts';
import { UserError } from '../userError.ts';

const EXAMPLE = 'For example: npm run add-language -- nl-NL';

const LOCALE = /^(?<language>[a-z]{2,3})(?=-)(?:-(?<script>[A-Z][a-z]{3}))?(?:-(?<region>[A-Z]{2}|\d{3}))?$/u;
type PartType = 'language' | 'script' | 'region';

/** Codes that CLDR names but that are not a single language, script or region. */
const NOT_REAL = /^(?:und|mul|mis|zxx|root|Z(?:inh|mth|sye|sym|xxx|yyy|zzz)|ZZ|XA|XB|QO|EU|EZ|UN)$/u;

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/**
 * @param named language with region, script or both, such as nl-NL, es-419, zh-Hant or sr-Latn-RS
 * @throws UserError unless CLDR knows each part
 */
export function parseLanguage(named: string): Intl.Locale {
  const parts = LOCALE.exec(named)?.groups;
  if (parts === undefined)
    throw new UserError(
      `"${named}" is not a locale with region or script.${canonicalHint(named)} ${EXAMPLE}`,
    );
  for (const [type, part] of Object.entries(parts) as [PartType, string | undefined][]) {
    if (part === undefined) continue;
    const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
    if (NOT_REAL.test(part) || names.of(part) === undefined)
      throw new UserError(`"${part}" in "${named}" is not a ${type} in Unicode CLDR. ${EXAMPLE}`);
  }
  const locale = new Intl.Locale(named);
  // Office does not use deprecated codes such as iw for he.
  if (locale.toString() !== named)
    throw new UserError(`"${named}" is a deprecated code.${canonicalHint(named)} ${EXAMPLE}`);
  return locale;
}

/** Returns the tag for text files, without the language's likely region: nl for nl-NL, zh-Hant for zh-Hant-TW. */
export function textTag(locale: Intl.Locale): string {
  const { language, script, region } = locale;
  const without = script === undefined ? language : `${language}-${script}`;
  return region === new Intl.Locale(without).maximize().region ? without : locale.toString();
}

/** Returns the locale in the form of manifests. @throws UserError if the region is not a country, as in en-001 */
export function manifestLocale(locale: Intl.Locale): string {
  const found = localeOf(locale);
  if (found === undefined)
    throw new UserError(`"${locale.toString()}" has no country, which manifests need. ${EXAMPLE}`);
  return found;
}

export function directionOf(locale: Intl.Locale): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(locale.maximize().script ?? '') ? 'rtl' : 'ltr';
}

function canonicalHint(named: string): string {
  try {
    const [canonical = named] = Intl.getCanonicalLocales(named);
    return canonical === named ? '' : ` Did you mean ${canonical}?`;
  } catch {
    // Not well-formed: no suggestion.
    return '';
  }
}
