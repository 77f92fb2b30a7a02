import { FluentProvider } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import { useOfficeTheme } from './theme/officeTheme.ts';
import type { Words } from '../strings/followLanguage.ts';
import { AppContextProvider, type AppContext } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Pane } from './Pane.tsx';

/** What the app is started with: as Surroundings, but the words can change. */
export interface AppProps extends Omit<AppContext, 'strings'> {
  readonly words: Words;
}

/** The values of Fluent's tokens stand in theme.css: as objects in the script they would weigh 9 kB. */
const NO_THEME = {};

export function App({ session, words, application, canInsert }: AppProps) {
  const { strings } = useSyncExternalStore(words.subscribe, words.get);
  useOfficeTheme();
  const surroundings = useMemo(
    () => ({ session, strings, application, canInsert }),
    [session, strings, application, canInsert],
  );
  return (
    <FluentProvider theme={NO_THEME} dir={strings.dir}>
      <AppContextProvider value={surroundings}>
        <ErrorBoundary text={strings.t('defect')} reload={strings.t('reload')}>
          <Pane />
        </ErrorBoundary>
      </AppContextProvider>
    </FluentProvider>
  );
}
