/** Which of the languages that are there a reader gets. Pure; pane and sign-in dialog share it. */

/** Regions of Latin America: CLDR's parent of their Spanish is es-419 (parentLocales in supplementalData.xml). */
const LATIN_AMERICA = new Set('AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE'.split(' '));

/**
 * Returns the tag that is nearest to the locale: the tag itself; else the same language and script, by region, then
 * by CLDR's parent region, then without a region; else the same language in another script, which its reader knows
 * better than English. Undefined when no tag has the language, or the locale is no BCP 47 tag.
 * @param locale BCP 47, in any case, such as Office's displayLanguage
 */
export function nearestLanguage<T extends string>(locale: string, tags: readonly T[]): T | undefined {
  const exact = tags.find((tag) => tag.toLowerCase() === locale.toLowerCase());
  if (exact !== undefined) return exact;
  const wanted = maximized(locale) ?? maximized(locale.split('-')[0] ?? '');
  if (wanted === undefined) return undefined;
  const { language, script, region = '' } = wanted;
  const same = tags.flatMap((tag) => {
    const own = maximized(tag);
    return own?.language === language ? [{ tag, script: own.script, region: own.region }] : [];
  });
  const sameScript = same.filter((one) => one.script === script);
  const candidates = sameScript.length > 0 ? sameScript : same;
  const ofRegion = (one: string | undefined) => candidates.find((candidate) => candidate.region === one);
  const found =
    ofRegion(region) ??
    ofRegion(parentRegion(language, region)) ??
    candidates.find(({ tag }) => new Intl.Locale(tag).region === undefined) ??
    candidates[0];
  return found?.tag;
}

/** CLDR's parent where it is not the language itself; en-GB serves for en-001. */
function parentRegion(language: string, region: string): string | undefined {
  switch (language) {
    case 'pt':
      return region === 'BR' ? undefined : 'PT';
    case 'es':
      return LATIN_AMERICA.has(region) ? '419' : undefined;
    case 'en':
      return ['AS', 'GU', 'MH', 'MP', 'PH', 'PR', 'UM', 'US', 'VI'].includes(region) ? undefined : 'GB';
    case 'zh':
      return region === 'MO' ? 'HK' : undefined;
    default:
      return undefined;
  }
}

/** Adds the likely script and region, as in zh-Hant-TW for zh-TW. Undefined for what is no tag. */
function maximized(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    // The only way to ask: a tag that is not well-formed throws a RangeError.
    return undefined;
  }
}
