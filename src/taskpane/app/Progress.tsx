import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Busy } from '../features/feature.ts';
import type { Strings } from '../strings/index.ts';
import { useAppContext } from './context.ts';
import { useStrings } from '../ui/strings.ts';
import styles from './Progress.module.css';
import { useSeconds } from '../ui/useSeconds.ts';

/** Progress of a shorter task would only flicker. */
const SHOW_AFTER_MS = 500;
const SLOW_AFTER_MS = 8_000;

/** Shows what the pane is doing, with a Cancel button. */
export function Progress({ busy }: { readonly busy: Busy }) {
  const { frame } = useAppContext();
  const strings = useStrings();
  const shown = useElapsed(SHOW_AFTER_MS);
  const isSlow = useElapsed(SLOW_AFTER_MS);
  const seconds = useSeconds(busy.until);
  if (!shown) return null;
  return (
    <div className={styles.progress} data-testid="progress">
      <div className={styles.line}>
        <span className={styles.text}>{progressText(busy, seconds, isSlow, strings)}</span>
        <Button data-testid="cancel" size="small" onClick={frame.cancel}>
          {strings.t('cancel')}
        </Button>
      </div>
      <div className={styles.track} aria-hidden="true">
        {busy.done === undefined || !busy.total ? (
          <div className={`${styles.bar} ${styles.endless}`} />
        ) : (
          <div className={styles.bar} style={{ width: `${(100 * busy.done) / busy.total}%` }} />
        )}
      </div>
    </div>
  );
}

function progressText(
  { label, stage, done, total }: Busy,
  seconds: number,
  isSlow: boolean,
  strings: Strings,
): string {
  if (stage === 'dialog-open') return strings.t('signInWindowOpen');
  if (stage === 'waiting') return strings.t('waiting', { count: seconds });
  if (done !== undefined && total !== undefined) {
    return strings.t('insertedSoFar', { done: strings.number(done), total: strings.number(total) });
  }
  if (isSlow) return strings.t('stillWorking');
  if (stage === 'signing-in') return strings.t('signingIn');
  return label(strings);
}

function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return elapsed;
}
