import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Busy } from '../session/state.ts';
import type { Strings } from '../strings/index.ts';
import { useSurroundings } from './context.ts';
import { useSeconds } from './useSeconds.ts';

/** What takes less is not worth a flicker. */
const SHOW_AFTER_MS = 500;
const LONG_MS = 8_000;

const useStyles = makeStyles({
  progress: { padding: '8px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  text: { flexGrow: 1 },
  track: {
    height: '3px',
    marginTop: '6px',
    overflow: 'hidden',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground5,
  },
  bar: {
    width: '40%',
    height: '100%',
    backgroundColor: tokens.colorBrandBackground,
    animationName: { from: { marginInlineStart: '-40%' }, to: { marginInlineStart: '100%' } },
    animationDuration: '1.4s',
    animationIterationCount: 'infinite',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

/** What is going on, for how long, and the way to stop it. */
export function Progress({ busy }: { readonly busy: Busy }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  const shown = usePassed(SHOW_AFTER_MS);
  const long = usePassed(LONG_MS);
  const seconds = useSeconds(busy.until);
  if (!shown) return null;
  return (
    <div className={styles.progress} data-testid="progress">
      <div className={styles.line}>
        <span className={styles.text}>{sentence(busy, seconds, long, strings)}</span>
        <Button data-testid="cancel" size="small" onClick={session.cancel}>
          {strings.t('cancel')}
        </Button>
      </div>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.bar} />
      </div>
    </div>
  );
}

function sentence({ work, stage }: Busy, seconds: number, long: boolean, strings: Strings): string {
  if (stage === 'dialog-open') return strings.t('signInWindowOpen');
  if (stage === 'waiting') return strings.t('waiting', { count: seconds });
  if (long) return strings.t('stillWorking');
  if (stage === 'signing-in') return strings.t('signingIn');
  if (work === 'inserting') return strings.t('inserting');
  return strings.t(work === 'loading' ? 'loadingFiles' : 'loadingMore');
}

function usePassed(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}
