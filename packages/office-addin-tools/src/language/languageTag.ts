import { localeOf } from '../manifest/locale.ts';
import { UserError } from '../userError.ts';

const EXAMPLE = 'For example: npm run add-language -- nl-NL';

const LOCALE = /^(?<language>[a-z]{2,3})(?=-)(?:-(?<script>[A-Z][a-z]{3}))?(?:-(?<region>[A-Z]{2}|\d{3}))?$/u;
type PartType = 'language' | 'script' | 'region';

/** Codes that CLDR names, though they stand for no one language, script or region. */
const NOT_REAL = /^(?:und|mul|mis|zxx|root|Z(?:inh|mth|sye|sym|xxx|yyy|zzz)|ZZ|XA|XB|QO|EU|EZ|UN)$/u;

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/**
 * Returns the language that was named, with each part known to CLDR.
 * @param named language with region, script or both, such as nl-NL, es-419, zh-Hant or sr-Latn-RS
 * @throws UserError
 */
export function parseLanguage(named: string): Intl.Locale {
  const parts = LOCALE.exec(named)?.groups;
  if (parts === undefined)
    throw new UserError(
      `"${named}" is no locale with its region or script.${canonicalHint(named)} ${EXAMPLE}`,
    );
  for (const [type, part] of Object.entries(parts) as [PartType, string | undefined][]) {
    if (part === undefined) continue;
    const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
    if (NOT_REAL.test(part) || names.of(part) === undefined)
      throw new UserError(`"${part}" in "${named}" is no ${type} that Unicode CLDR knows. ${EXAMPLE}`);
  }
  const locale = new Intl.Locale(named);
  // Deprecated codes, such as iw for he: Office does not use them.
  if (locale.toString() !== named)
    throw new UserError(`"${named}" is an old code.${canonicalHint(named)} ${EXAMPLE}`);
  return locale;
}

/**
 * Returns the tag of the words: without the region that the language has anyway, as nl for nl-NL and zh-Hant for
 * zh-Hant-TW.
 */
export function textTag(locale: Intl.Locale): string {
  const { language, script, region } = locale;
  const without = script === undefined ? language : `${language}-${script}`;
  return region === new Intl.Locale(without).maximize().region ? without : locale.toString();
}

/** Returns the locale as manifests write it. @throws UserError when the region is not a country, as in en-001 */
export function manifestLocale(locale: Intl.Locale): string {
  const found = localeOf(locale);
  if (found === undefined)
    throw new UserError(`"${locale.toString()}" names no country, which manifests need. ${EXAMPLE}`);
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
    // Not well-formed: there is nothing to offer.
    return '';
  }
}
