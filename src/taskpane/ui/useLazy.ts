import { useEffect, useState } from 'react';

/**
 * Loads a part of the pane once it is wanted. Not React.lazy: Suspense holds what has come back for 300 ms, and a
 * part that cannot be loaded (no network, a newer build on the server) would end in the error boundary. Tries again
 * when the browser is online.
 * @returns undefined as long as it is not there
 */
export function useLazy<T>(wanted: boolean, load: () => Promise<T>): T | undefined {
  const [part, setPart] = useState<{ readonly loaded: T }>();
  useEffect(() => {
    if (!wanted || part) return;
    let gone = false;
    const read = () =>
      void load().then(
        (loaded) => void (gone || setPart({ loaded })),
        () => undefined,
      );
    read();
    addEventListener('online', read);
    return () => {
      gone = true;
      removeEventListener('online', read);
    };
  }, [wanted, part, load]);
  return part?.loaded;
}
