import { nearestLanguage } from '../../contract/nearestLanguage.ts';
import type { Direction } from './createStrings.ts';
import { english } from './languages/en.ts';
import type { Translation } from './translation.ts';

interface Language {
  readonly dir: Direction;
  load(): Promise<Translation>;
}

/** English comes with the first chunk; each other language is a chunk of its own. */
export const languages = {
  en: { dir: 'ltr', load: () => Promise.resolve(english) },
  ja: {
    dir: 'ltr',
    load: async () => (await import(/* webpackChunkName: "strings-ja" */ './languages/ja.ts')).japanese,
  },
  'pt-BR': {
    dir: 'ltr',
    load: async () =>
      (await import(/* webpackChunkName: "strings-pt-BR" */ './languages/pt-BR.ts')).brazilianPortuguese,
  },
  th: {
    dir: 'ltr',
    load: async () => (await import(/* webpackChunkName: "strings-th" */ './languages/th.ts')).thai,
  },
  de: {
    dir: 'ltr',
    load: async () => (await import(/* webpackChunkName: "strings-de" */ './languages/de.ts')).german,
  },
  ar: {
    dir: 'rtl',
    load: async () => (await import(/* webpackChunkName: "strings-ar" */ './languages/ar.ts')).arabic,
  },
} as const satisfies Record<string, Language>;

export type LanguageTag = keyof typeof languages;

export const languageTags = Object.keys(languages) as LanguageTag[];

export interface Choice {
  readonly language: LanguageTag;
  /** For numbers and dates: the user's own where it is of the same language, such as en-GB. Always valid. */
  readonly locale: string;
}

/** @param locale BCP 47, as Office's displayLanguage; English for a language that is not here */
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
