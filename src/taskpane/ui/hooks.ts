import { createContext, useContext, useEffect, useState } from 'react';
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

/** Parts of the pane that have loaded, by the function that loads them. */
const parts = new WeakMap<() => Promise<unknown>, unknown>();

/** Loads a part before it is rendered. Its first render with `useLazy` then has it. */
export async function preload<T>(load: () => Promise<T>): Promise<T> {
  const part = await load();
  parts.set(load, part);
  return part;
}

/**
 * Loads a part of the pane when `wanted` is true, and tries again when the browser goes online. Not React.lazy, because
 * Suspense delays loaded content by 300 ms, and a part that fails to load (no network, newer build on the server) would
 * trigger the error boundary.
 * @returns undefined until it is loaded
 */
export function useLazy<T>(wanted: boolean, load: () => Promise<T>): T | undefined {
  const [part, setPart] = useState(() => (parts.has(load) ? { loaded: parts.get(load) as T } : undefined));
  useEffect(() => {
    if (!wanted || part) return;
    let unmounted = false;
    const read = () =>
      void preload(load).then(
        (loaded) => void (unmounted || setPart({ loaded })),
        () => undefined,
      );
    read();
    addEventListener('online', read);
    return () => {
      unmounted = true;
      removeEventListener('online', read);
    };
  }, [wanted, part, load]);
  return part?.loaded;
}
