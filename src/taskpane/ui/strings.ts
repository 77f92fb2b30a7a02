import { createContext, useContext } from 'react';
import type { EnglishTexts, SharedTexts, Strings, TextSource } from '../strings/index.ts';

export const StringsContext = createContext<Strings | null>(null);

/** Returns the shared texts and the formats in the language of the pane. */
export function useStrings(): Strings {
  const strings = useContext(StringsContext);
  if (!strings) throw new Error('A view was rendered outside of the app.');
  return strings;
}

/** Returns the shared texts together with the texts of one part of the pane. */
export function useTexts<E extends EnglishTexts>(source: TextSource<E>): Strings<SharedTexts & E> {
  return useStrings().with(source);
}
