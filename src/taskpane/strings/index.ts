import { withTimeLimit } from '../timeLimit.ts';
import { createStrings, type Strings } from './createStrings.ts';
import { chooseLanguage, languages } from './languages.ts';
import { english } from './languages/en.ts';
import type { Translation } from './translation.ts';

export type { Direction, Strings } from './createStrings.ts';
export type { Message, TextKey, TextParams } from './translation.ts';

/** A pane in English now is better than an empty one: so long the words of another language are waited for. */
const LONGEST_WAIT_MS = 5000;

/**
 * Never rejects: English where the language is not there, or its words cannot be loaded in time.
 * @param locale BCP 47, as Office.context.displayLanguage gives it
 */
export async function loadStrings(locale: string): Promise<Strings> {
  const choice = chooseLanguage(locale);
  const { dir, load } = languages[choice.language];
  const translation = await orNull(load());
  return translation === null
    ? createStrings(english, { language: 'en', locale: 'en', dir: 'ltr' })
    : createStrings(translation, { ...choice, dir });
}

/** Null when it comes too late or not at all; the user then gets English, which they see. */
function orNull(loading: Promise<Translation>): Promise<Translation | null> {
  return withTimeLimit(loading, LONGEST_WAIT_MS, () => new Error('The words did not come in time.')).catch(
    () => null,
  );
}
