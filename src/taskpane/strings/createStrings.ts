import { createFormats, type FormatOptions, type Formats } from './formats.ts';
import { isolate } from './isolate.ts';
import type { english } from './languages/en.ts';
import type { EnglishTexts, Messages, Plural, TextParams, TextSource } from './translation.ts';

export type Direction = 'ltr' | 'rtl';

export type SharedTexts = (typeof english)['texts'];
export type TextKey = keyof SharedTexts;

/** Texts and formats in one language. */
export interface Strings<E extends EnglishTexts = SharedTexts> extends Formats {
  /** BCP 47, for the `lang` attribute. */
  readonly language: string;
  readonly dir: Direction;
  /** Returns the text with `params` filled in. Isolates them, so that a right-to-left name can't reorder the sentence. */
  readonly t: <K extends keyof E & string>(key: K, ...params: TextParams<E[K]>) => string;
  /** The translated messages. Use messageOf, which falls back to English. */
  readonly messages: Messages;
  /** Returns the shared texts together with the texts of one part of the pane. */
  readonly with: <P extends EnglishTexts>(source: TextSource<P>) => Strings<SharedTexts & P>;
}

/** Returns a text in the language that the pane has when it is shown. */
export type Text = (strings: Strings) => string;

export interface StringsOptions extends FormatOptions {
  readonly language: string;
  readonly dir: Direction;
}

export interface Translations {
  readonly texts: EnglishTexts;
  readonly messages: Messages;
  /** Texts of each part of the pane, with English for missing translations. */
  readonly parts: ReadonlyMap<TextSource, EnglishTexts>;
}

export function createStrings({ texts, messages, parts }: Translations, options: StringsOptions): Strings {
  const { language, dir } = options;
  const formats = createFormats(options);
  const plurals = new Intl.PluralRules(language);
  const cache = new Map<TextSource | null, unknown>();

  function textOf(
    entry: string | Plural | undefined,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    if (entry === undefined) return '';
    const text =
      typeof entry === 'string' ? entry : (entry[plurals.select(Number(params['count']))] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'number' ? formats.number(value) : isolate(value);
    });
  }

  function stringsOf<E extends EnglishTexts>(source: TextSource | null, entries: EnglishTexts): Strings<E> {
    const found = cache.get(source) as Strings<E> | undefined;
    if (found) return found;
    const strings: Strings<E> = {
      ...formats,
      language,
      dir,
      messages,
      t: (key, ...[params]) => textOf(entries[key], params),
      with: <P extends EnglishTexts>(part: TextSource<P>) => {
        const own = parts.get(part) ?? part.english;
        return stringsOf<SharedTexts & P>(part, { ...texts, ...own });
      },
    };
    cache.set(source, strings);
    return strings;
  }

  return stringsOf<SharedTexts>(null, texts);
}
