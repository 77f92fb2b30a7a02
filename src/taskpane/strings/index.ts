import { withTimeLimit } from '../../contract/timeLimit.ts';
import { createStrings, type SharedTexts, type Strings } from './createStrings.ts';
import { chooseLanguage, languages } from './languages.ts';
import { english } from './languages/en.ts';
import type { EnglishTexts, Messages, TextsLike, TextSource } from './translation.ts';

export type { Direction, SharedTexts, Strings, Text, TextKey } from './createStrings.ts';
export type { EnglishTexts, Message, Plural, TextParams, TextsLike, TextSource } from './translation.ts';

/** If the texts take longer, the pane starts in English. */
const TIME_LIMIT_MS = 5000;

/** The shared texts and the messages in another language. */
export interface SharedTranslation {
  readonly texts: TextsLike<SharedTexts>;
  readonly messages?: Messages;
}

/**
 * Loads the texts of the pane and of its parts. Falls back to English for missing texts, for an unsupported language, and
 * if the texts don't load in time. Never rejects.
 * @param locale BCP 47, such as Office.context.displayLanguage
 */
export async function loadStrings(locale: string, sources: readonly TextSource[] = []): Promise<Strings> {
  const choice = chooseLanguage(locale);
  const loaded = choice.language === 'en' ? null : await load(choice.language, sources);
  if (loaded === null) {
    const format = choice.language === 'en' ? choice.locale : 'en';
    return createStrings(
      { ...english, messages: {}, parts: new Map() },
      {
        language: 'en',
        locale: format,
        dir: 'ltr',
      },
    );
  }
  return createStrings(loaded, { ...choice, dir: languages[choice.language] });
}

/** Returns null if the shared texts don't load in time. */
async function load(language: string, sources: readonly TextSource[]) {
  // One chunk per language, because the parts use the same chunk name.
  const shared = import(/* webpackChunkName: "strings-[request]" */ `./languages/${language}.ts`);
  const parts = sources.map(async (source) => {
    const own = await source.load(language).catch(() => ({ default: {} }));
    return [source, withFallback(source.english, own.default)] as const;
  });
  const all = Promise.all([shared as Promise<{ readonly default: SharedTranslation }>, Promise.all(parts)]);
  const late = () => new Error('The texts did not arrive in time.');
  const loaded = await withTimeLimit(all, TIME_LIMIT_MS, late).catch(() => null);
  if (loaded === null) return null;
  const [{ default: translation }, own] = loaded;
  return {
    texts: withFallback(english.texts, translation.texts),
    messages: translation.messages ?? {},
    parts: new Map(own),
  };
}

function withFallback<E extends EnglishTexts>(fallback: E, texts: TextsLike<E>): EnglishTexts {
  return { ...fallback, ...texts };
}
