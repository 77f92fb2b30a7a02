import { FluentProvider } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useOfficeTheme } from '../theme/officeTheme.ts';
import { SurroundingsContext, type Surroundings } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Pane } from './Pane.tsx';

/** makeStyles may only be used below the provider: above it, a hook resolves as left to right. */
export function App({ session, strings, application }: Surroundings) {
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
