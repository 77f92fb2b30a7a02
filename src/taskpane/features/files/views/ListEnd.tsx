import { Button } from '@fluentui/react-components';
import type { Place } from '../place.ts';
import { useFiles } from './context.tsx';
import styles from './ListEnd.module.css';

interface Props {
  readonly place: Place;
  readonly count: number;
  readonly more: boolean;
  /** There is more, but no way to it. */
  readonly incomplete: boolean;
  readonly busy: boolean;
}

/** Below the list: more of it, that the rest is missing, or that this was all. */
export function ListEnd({ place, count, more, incomplete, busy }: Props) {
  const { files, strings } = useFiles();
  if (incomplete) {
    return (
      <div className={styles.more} role="group" data-testid="list-incomplete">
        <p className={styles.end}>{strings.t('restNotLoaded')}</p>
        <Button disabledFocusable={busy} onClick={() => void files.go(place)}>
          {strings.t('retry')}
        </Button>
      </div>
    );
  }
  if (!more) return <p className={styles.end}>{strings.t('endOfList', { count })}</p>;
  return (
    <div className={styles.more}>
      {count === 0 && <p className={styles.end}>{strings.t('nothingSoFar')}</p>}
      <Button data-testid="load-more" disabledFocusable={busy} onClick={() => void files.loadMore()}>
        {strings.t('loadMore')}
      </Button>
    </div>
  );
}
