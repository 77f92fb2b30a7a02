import { FluentProvider } from '@fluentui/react-components';
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

/** makeStyles may only be used below the provider: above it, a hook resolves as left to right. */
export function App({ session, words, application }: AppProps) {
  const { strings } = useSyncExternalStore(words.subscribe, words.get);
  const theme = useOfficeTheme();
  const surroundings = useMemo(() => ({ session, strings, application }), [session, strings, application]);
  return (
    <FluentProvider theme={theme} dir={strings.dir}>
      <SurroundingsContext value={surroundings}>
        <ErrorBoundary text={strings.t('defect')} reload={strings.t('reload')}>
          <Pane />
        </ErrorBoundary>
      </SurroundingsContext>
    </FluentProvider>
  );
}
