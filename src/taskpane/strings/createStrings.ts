import { createFormats, type FormatOptions, type Formats } from './formats.ts';
import { isolate } from './isolate.ts';
import type { english } from './languages/en.ts';
import type { EnglishTexts, Messages, Plural, TextParams, TextSource } from './translation.ts';

export type Direction = 'ltr' | 'rtl';

export type SharedTexts = (typeof english)['texts'];
export type TextKey = keyof SharedTexts;

/** Texts and formats in one language. */
export interface Strings<E extends EnglishTexts = SharedTexts> extends Formats {
  /** BCP 47 of the texts, for `lang`. */
  readonly language: string;
  readonly dir: Direction;
  /** Texts in `params` are isolated, so that a name in another script cannot turn the sentence around. */
  readonly t: <K extends keyof E & string>(key: K, ...params: TextParams<E[K]>) => string;
  /** The translated messages: see messageOf.ts. */
  readonly messages: Messages;
  /** Returns the shared texts together with those of one part of the pane. */
  readonly with: <P extends EnglishTexts>(source: TextSource<P>) => Strings<SharedTexts & P>;
}

/** A text to be shown in whatever language the pane has by then. */
export type Text = (strings: Strings) => string;

export interface StringsOptions extends FormatOptions {
  readonly language: string;
  readonly dir: Direction;
}

export interface Translations {
  readonly texts: EnglishTexts;
  readonly messages: Messages;
  /** Texts of the parts of the pane, English where a translation is missing. */
  readonly parts: ReadonlyMap<TextSource, EnglishTexts>;
}

export function createStrings({ texts, messages, parts }: Translations, options: StringsOptions): Strings {
  const { language, dir } = options;
  const formats = createFormats(options);
  const plurals = new Intl.PluralRules(language);
  const made = new Map<TextSource | null, unknown>();

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

  function stringsOf<E extends EnglishTexts>(source: TextSource | null, known: EnglishTexts): Strings<E> {
    const found = made.get(source) as Strings<E> | undefined;
    if (found) return found;
    const strings: Strings<E> = {
      ...formats,
      language,
      dir,
      messages,
      t: (key, ...[params]) => textOf(known[key], params),
      with: <P extends EnglishTexts>(part: TextSource<P>) => {
        const own = parts.get(part) ?? part.english;
        return stringsOf<SharedTexts & P>(part, { ...texts, ...own });
      },
    };
    made.set(source, strings);
    return strings;
  }

  return stringsOf<SharedTexts>(null, texts);
}
