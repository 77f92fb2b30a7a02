import type { MessageKey } from '../../contract/catalogue.ts';

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
export type TextParams<Entry> = [PlaceholderOf<Entry>] extends [never]
  ? []
  : [params: { readonly [P in PlaceholderOf<Entry>]: P extends 'count' ? number : string }];
