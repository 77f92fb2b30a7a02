import type { MessageKey } from '../../contract/catalogue.ts';
import type { english } from './languages/en.ts';

/** One form per plural category of the language (CLDR, by Intl.PluralRules); the number is `{count}`. */
export type Plural = { readonly other: string } & { readonly [C in Intl.LDMLPluralRule]?: string };

/** What happened, and what the user can do about it. */
export interface Message {
  readonly title: string;
  readonly text: string;
}

/** English decides which keys there are and which of them are plurals. */
type EnglishTexts = (typeof english)['texts'];

export type TextKey = keyof EnglishTexts;

/** One language. `{name}` is a placeholder; every language has the same ones (a test sees to it). */
export interface Translation {
  readonly texts: { readonly [K in TextKey]: EnglishTexts[K] extends string ? string : Plural };
  readonly messages: { readonly [K in MessageKey]: Message };
}

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type PlaceholderOf<K extends TextKey> = Placeholder<
  EnglishTexts[K] extends string ? EnglishTexts[K] : EnglishTexts[K][keyof EnglishTexts[K]]
>;

/** What `t` takes after the key: nothing, or one object with a value for every placeholder. */
export type TextParams<K extends TextKey> = [PlaceholderOf<K>] extends [never]
  ? []
  : [params: { readonly [P in PlaceholderOf<K>]: P extends 'count' ? number : string }];
