import { nearestLanguage } from '../../contract/text.ts';
import type { Direction } from './index.ts';

/** The languages of the pane, with their direction. Each folder of texts has a file for each of them. */
export const languages = {
  en: 'ltr',
  ja: 'ltr',
  'pt-BR': 'ltr',
  th: 'ltr',
  de: 'ltr',
  ar: 'rtl',
} as const satisfies Record<string, Direction>;

type LanguageTag = keyof typeof languages;

export const languageTags = Object.keys(languages) as LanguageTag[];

interface LanguageChoice {
  readonly language: LanguageTag;
  /** For numbers and dates: the requested locale if it is valid, such as en-GB, else the language. */
  readonly locale: string;
}

/** Returns the nearest language of the pane, else English. @param locale BCP 47, such as Office's displayLanguage */
export function chooseLanguage(locale: string): LanguageChoice {
  const language = nearestLanguage(locale, languageTags);
  if (language === undefined) return { language: 'en', locale: 'en' };
  return { language, locale: isLocale(locale) ? locale : language };
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    // There is no other way to check: a malformed tag throws a RangeError.
    return false;
  }
}
