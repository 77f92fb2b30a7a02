import type { MessageKey } from '../../contract/catalogue.ts';
import { withTimeLimit } from '../../contract/timeLimit.ts';
import { type PreferencesStore, createStore, type Store } from '../preferences.ts';
import { chooseLanguage, languages } from './languages.ts';
import { english } from './languages/en.ts';

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

/** One form for each plural category of the language (CLDR, Intl.PluralRules). `{count}` is the number. */
export type Plural = { readonly other: string } & { readonly [C in Intl.LDMLPluralRule]?: string };

/** Texts in English, which define the keys, the placeholders such as `{name}`, and which texts are plurals. */
export type EnglishTexts = Readonly<Record<string, string | Plural>>;

/** The same texts in another language. Missing ones are shown in English. */
export type TextsLike<E extends EnglishTexts> = {
  readonly [K in keyof E]?: E[K] extends string ? string : string | Plural;
};

/** What happened, and what the user can do about it. */
export interface Message {
  readonly title: string;
  readonly text: string;
}

export type Messages = { readonly [K in MessageKey]?: Message };

/** The texts of one part of the pane, in every language. */
export interface TextSource<E extends EnglishTexts = EnglishTexts> {
  readonly english: E;
  /** Loads the texts in another language. @param language tag of its file, such as `de` */
  readonly load: (language: string) => Promise<{ readonly default: TextsLike<E> }>;
}

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type PlaceholderOf<Entry> = Placeholder<Entry extends string ? Entry : Entry[keyof Entry]>;

/** The parameters of `t` after the key: none, or an object with a value for every placeholder. */
type TextParams<Entry> = [PlaceholderOf<Entry>] extends [never]
  ? []
  : [params: { readonly [P in PlaceholderOf<Entry>]: P extends 'count' ? number : string }];

/** The shared texts and the messages in another language. */
export interface SharedTranslation {
  readonly texts: TextsLike<SharedTexts>;
  readonly messages?: Messages;
}

/** If the texts take longer, the pane starts in English. */
const TIME_LIMIT_MS = 5000;

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

/** The texts of the pane, which change when the user chooses another language. */
export type StringsStore = Store<{ readonly strings: Strings }>;

interface FollowOptions {
  readonly first: Strings;
  /** Loads the texts. `language` null: Office's language. */
  readonly load: (language: string | null) => Promise<Strings>;
  /** Applies the texts outside React: page title, `lang`, and `dir`. */
  readonly show: (strings: Strings) => void;
}

/** Starts in Office's language and switches to the user's language when the preferences name one. */
export function followLanguage(
  preferences: Pick<PreferencesStore, 'get' | 'subscribe'>,
  { first, load, show }: FollowOptions,
): StringsStore {
  const store = createStore({ strings: first });
  let wanted: string | null = null;
  show(first);
  preferences.subscribe(() => {
    const { language } = preferences.get().values;
    if (language === wanted) return;
    wanted = language;
    void load(language).then((strings) => {
      // The user has chosen another language since.
      if (wanted !== language) return;
      show(strings);
      store.update({ strings });
    });
  });
  return store;
}

interface StringsOptions extends FormatOptions {
  readonly language: string;
  readonly dir: Direction;
}

interface Translations {
  readonly texts: EnglishTexts;
  readonly messages: Messages;
  /** Texts of each part of the pane, with English for missing translations. */
  readonly parts: ReadonlyMap<TextSource, EnglishTexts>;
}

function createStrings({ texts, messages, parts }: Translations, options: StringsOptions): Strings {
  const { language, dir } = options;
  const formats = createFormats(options);
  const plurals = once(() => new Intl.PluralRules(language));
  const cache = new Map<TextSource | null, unknown>();

  function textOf(
    entry: string | Plural | undefined,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    if (entry === undefined) return '';
    const text =
      typeof entry === 'string' ? entry : (entry[plurals().select(Number(params['count']))] ?? entry.other);
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

/** Embedding, override, and isolate characters of the Unicode Bidirectional Algorithm (UAX #9). */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Returns a name or other foreign text for use in a sentence, isolated so that neither changes the direction of the other
 * (U+2068 FIRST STRONG ISOLATE, U+2069 POP DIRECTIONAL ISOLATE). Removes control characters, which could end the
 * isolation.
 */
export function isolate(text: string): string {
  return `\u2068${text.replace(CONTROLS, '')}\u2069`;
}

/** Sizes and dates in one language. */
export interface Formats {
  /** Returns a size in decimal units: 1 kB is 1,000 bytes. Empty for an invalid size. */
  readonly size: (bytes: number | null) => string;
  /**
   * Returns the age within a week, such as "2 hours ago" or "yesterday", and the date after that. Empty for no date.
   * @param iso ISO 8601
   * @param now milliseconds since 1970
   */
  readonly changed: (iso: string | null, now: number) => string;
  /** Returns date and local time. Empty for no date. @param iso ISO 8601 */
  readonly moment: (iso: string | null) => string;
  readonly number: (value: number) => string;
  /** Creates the formatters for file rows in advance, so that the first row doesn't have to wait for them. */
  readonly prepare: () => void;
}

const SIZE_UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface FormatOptions {
  /** BCP 47, well-formed. */
  readonly locale: string;
}

export function createFormats({ locale }: FormatOptions): Formats {
  const number = once(() => new Intl.NumberFormat(locale));
  const bytesFormat = once(
    () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
  );
  const sizeFormats = SIZE_UNITS.map((unit) =>
    once(
      () =>
        new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: 'short',
          maximumFractionDigits: 1,
        }),
    ),
  );
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const moment = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

  return {
    number: (value) => number().format(value),
    size(bytes) {
      if (bytes === null || !Number.isFinite(bytes) || bytes < 0) return '';
      let value = bytes;
      let unit = -1;
      // A value that rounds to 1,000 moves to the next unit: 999.96 kB is shown as 1 MB.
      while ((unit < 0 ? value : Math.round(value * 10) / 10) >= 1000 && unit < SIZE_UNITS.length - 1) {
        value /= 1000;
        unit += 1;
      }
      return (sizeFormats[unit] ?? bytesFormat)().format(value);
    },
    changed(iso, now) {
      const time = Date.parse(iso ?? '');
      if (Number.isNaN(time)) return '';
      const age = now - time;
      // If this machine's clock is slow, a file can appear to be changed in the future.
      if (age < -MINUTE || age >= 7 * DAY) return day().format(time);
      if (age < HOUR) return relative().format(-Math.max(0, Math.floor(age / MINUTE)), 'minute');
      if (age < DAY) return relative().format(-Math.floor(age / HOUR), 'hour');
      return relative().format(-daysBetween(time, now), 'day');
    },
    moment(iso) {
      const time = Date.parse(iso ?? '');
      return Number.isNaN(time) ? '' : moment().format(time);
    },
    prepare() {
      for (const format of [...sizeFormats.slice(0, 2), day, moment, relative]) format();
    },
  };
}

/** Creates the value on first use: on a slow machine, an Intl formatter takes a millisecond to create. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Counts calendar days, not 24-hour periods: on Monday morning, Saturday evening is two days ago. */
function daysBetween(earlier: number, later: number): number {
  // Rounded, because a day with a daylight saving change has 23 or 25 hours.
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
