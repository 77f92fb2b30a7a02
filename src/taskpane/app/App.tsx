import { FluentProvider } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { StringsStore } from '../strings/followLanguage.ts';
import { StringsContext } from '../ui/strings.ts';
import { AppContextProvider, type AppContext } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Pane } from './Pane.tsx';
import { useOfficeTheme } from './theme/officeTheme.ts';

export interface AppProps {
  readonly context: AppContext;
  readonly strings: StringsStore;
}

/** theme.css has the values of Fluent's tokens. As objects in the script, they would add 9 kB. */
const NO_THEME = {};

export function App({ context, strings: store }: AppProps) {
  const { strings } = useSyncExternalStore(store.subscribe, store.get);
  useOfficeTheme();
  return (
    <FluentProvider theme={NO_THEME} dir={strings.dir}>
      <AppContextProvider value={context}>
        <StringsContext value={strings}>
          <ErrorBoundary text={strings.t('defect')} reload={strings.t('reload')}>
            <Pane />
          </ErrorBoundary>
        </StringsContext>
      </AppContextProvider>
    </FluentProvider>
  );
}
