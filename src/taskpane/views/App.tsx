import { useMemo, useSyncExternalStore } from 'react';
import { useOfficeTheme } from '../theme/officeTheme.ts';
import type { Words } from '../strings/followLanguage.ts';
import { SurroundingsContext, type Surroundings } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Pane } from './Pane.tsx';

/** What the app is started with: as Surroundings, but the words can change. */
export interface AppProps extends Omit<Surroundings, 'strings'> {
  readonly words: Words;
}

/**
 * Fluent's look without its FluentProvider: the tokens stand in theme.css, the direction on the page itself, and that
 * is 13 kB less before the first use. It asks of our styles that they are logical (`insetInlineStart`, not `left`),
 * because without the provider nothing is mirrored for right to left (a test reads the styles).
 */
export function App({ session, words, application }: AppProps) {
  const { strings } = useSyncExternalStore(words.subscribe, words.get);
  useOfficeTheme();
  const surroundings = useMemo(() => ({ session, strings, application }), [session, strings, application]);
  return (
    <SurroundingsContext value={surroundings}>
      <ErrorBoundary text={strings.t('defect')} reload={strings.t('reload')}>
        <Pane />
      </ErrorBoundary>
    </SurroundingsContext>
  );
}
