import { nearestLanguage } from '../../contract/nearestLanguage.ts';
import type { Direction } from './createStrings.ts';

/** The languages of the pane. Each has a file of this name in every folder of texts. */
export const languages = {
  en: 'ltr',
  ja: 'ltr',
  'pt-BR': 'ltr',
  th: 'ltr',
  de: 'ltr',
  ar: 'rtl',
} as const satisfies Record<string, Direction>;

export type LanguageTag = keyof typeof languages;

export const languageTags = Object.keys(languages) as LanguageTag[];

export interface Choice {
  readonly language: LanguageTag;
  /** For numbers and dates: the user's own where it is of the same language, such as en-GB. Always valid. */
  readonly locale: string;
}

/** @param locale BCP 47, as Office's displayLanguage; English for a language that is not in the list */
export function chooseLanguage(locale: string): Choice {
  const language = nearestLanguage(locale, languageTags);
  if (language === undefined) return { language: 'en', locale: 'en' };
  return { language, locale: isLocale(locale) ? locale : language };
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    // The only way to ask: a tag that is not well-formed throws a RangeError.
    return false;
  }
}
