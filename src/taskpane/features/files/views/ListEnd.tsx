import { Button } from '@fluentui/react-components';
import type { Place } from '../place.ts';
import { useFiles } from './context.tsx';
import styles from './ListEnd.module.css';

interface Props {
  readonly place: Place;
  readonly count: number;
  readonly hasMore: boolean;
  /** Whether there are more files that can't be loaded. */
  readonly incomplete: boolean;
  readonly busy: boolean;
}

/** The end of the list: a button to load more, a note that the rest is missing, or the number of items. */
export function ListEnd({ place, count, hasMore, incomplete, busy }: Props) {
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
  if (!hasMore) return <p className={styles.end}>{strings.t('endOfList', { count })}</p>;
  return (
    <div className={styles.more}>
      {count === 0 && <p className={styles.end}>{strings.t('nothingSoFar')}</p>}
      <Button data-testid="load-more" disabledFocusable={busy} onClick={() => void files.loadMore()}>
        {strings.t('loadMore')}
      </Button>
    </div>
  );
}
