let segmenter: Intl.Segmenter | undefined;

/**
 * Splits text into user-perceived characters, such as a flag, or a letter with its combining marks. The first call takes
 * tens of milliseconds, because the browser loads its tables.
 * @returns undefined in web views from before 2021 and in Firefox before 125
 */
function segment(text: string): Intl.Segments | undefined {
  if (typeof Intl.Segmenter !== 'function') return undefined;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** A letter or digit in Latin script that is followed by another such character, and so by no combining mark. */
const PLAIN_START = /^[0-9A-Za-z\u00c0-\u024f](?=[\x20-\x7e\u00c0-\u024f]|$)/;

/** UTF-16 units to segment beyond the limit. Bounds the work on long text. */
const LOOK_AHEAD = 200;

/** Replaces lone surrogates with U+FFFD, like String.prototype.toWellFormed, which older browsers lack. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * Truncates text to at most `max` UTF-16 units, between graphemes. A single grapheme longer than `max` is cut between
 * code points.
 */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = segment(text.slice(0, max + LOOK_AHEAD))?.containing(max)?.index ?? 0;
  return text.slice(0, end > 0 ? end : max).replace(/[\ud800-\udbff]$/, '');
}

/** Returns the first user-perceived character, or an empty string for empty text. */
export function firstGrapheme(text: string): string {
  const [plain] = PLAIN_START.exec(text) ?? [];
  if (plain !== undefined) return plain;
  const [first] = segment(text.slice(0, LOOK_AHEAD)) ?? [];
  return first?.segment ?? [...text][0] ?? '';
}

/** Regions whose Spanish has es-419 as its parent locale in CLDR (parentLocales in supplementalData.xml). */
const LATIN_AMERICA = new Set('AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE'.split(' '));

/**
 * Returns the tag nearest to the locale: an exact match; else the same language and script, by region, then by CLDR's
 * parent region, then without a region; else the same language in another script, which its speakers read more easily
 * than English. Returns undefined if no tag has the language, or the locale is not a BCP 47 tag.
 * @param locale BCP 47, in any case, such as Office's displayLanguage
 */
export function nearestLanguage<T extends string>(locale: string, tags: readonly T[]): T | undefined {
  const exact = tags.find((tag) => tag.toLowerCase() === locale.toLowerCase());
  if (exact !== undefined) return exact;
  // Usually there is nothing to choose from. The browser takes tens of milliseconds to load what `maximize` needs.
  const [only, ...others] = tags.filter((tag) => languageOf(tag) === languageOf(locale));
  if (only !== undefined && others.length === 0) return only;
  const wanted = maximized(locale) ?? maximized(locale.split('-')[0] ?? '');
  if (wanted === undefined) return undefined;
  const { language, script, region = '' } = wanted;
  const same = tags.flatMap((tag) => {
    const candidate = maximized(tag);
    return candidate?.language === language
      ? [{ tag, script: candidate.script, region: candidate.region }]
      : [];
  });
  const sameScript = same.filter((candidate) => candidate.script === script);
  const candidates = sameScript.length > 0 ? sameScript : same;
  const inRegion = (wantedRegion: string | undefined) =>
    candidates.find((candidate) => candidate.region === wantedRegion);
  const found =
    inRegion(region) ??
    inRegion(parentRegion(language, region)) ??
    candidates.find(({ tag }) => new Intl.Locale(tag).region === undefined) ??
    candidates[0];
  return found?.tag;
}

const languageOf = (tag: string) => tag.split('-')[0]?.toLowerCase();

/** Returns the region of CLDR's parent locale, or undefined if the parent has none. en-GB stands in for en-001. */
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

/** Adds the likely script and region: zh-Hant-TW for zh-TW. Returns undefined if `tag` is not well-formed. */
function maximized(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined; // Intl.Locale throws a RangeError and has no other way to check a tag.
  }
}
