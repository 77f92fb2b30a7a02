import type { MessageKey } from '../../contract/catalogue.ts';
import { createFormats, type FormatOptions, type Formats } from './formats.ts';
import { isolate } from './isolate.ts';
import type { Message, TextKey, TextParams, Translation } from './translation.ts';

export type Direction = 'ltr' | 'rtl';

/** Words and formats in one language. */
export interface Strings extends Formats {
  /** BCP 47 of the words, for `lang`. */
  readonly language: string;
  readonly dir: Direction;
  /** Texts in `params` are isolated, so that a name in another script cannot turn the sentence around. */
  readonly t: <K extends TextKey>(key: K, ...params: TextParams<K>) => string;
  readonly message: (key: MessageKey) => Message;
}

export interface StringsOptions extends FormatOptions {
  readonly language: string;
  readonly dir: Direction;
}

export function createStrings({ texts, messages }: Translation, options: StringsOptions): Strings {
  const { language, dir } = options;
  const formats = createFormats(options);
  const plurals = new Intl.PluralRules(language);

  return {
    ...formats,
    language,
    dir,
    message: (key) => messages[key],
    t(key, ...[params]) {
      const values: Readonly<Record<string, string | number>> = params ?? {};
      const entry = texts[key];
      const text =
        typeof entry === 'string' ? entry : (entry[plurals.select(Number(values.count))] ?? entry.other);
      return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
        const value = values[name] ?? '';
        return typeof value === 'number' ? formats.number(value) : isolate(value);
      });
    },
  };
}
