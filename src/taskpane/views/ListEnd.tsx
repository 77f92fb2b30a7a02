import { Button } from '@fluentui/react-components';
import { useSurroundings } from './context.ts';
import styles from './ListEnd.module.css';

interface Props {
  readonly count: number;
  readonly more: boolean;
  readonly busy: boolean;
}

/** Below the list: more of it, or that this was all. */
export function ListEnd({ count, more, busy }: Props) {
  const { session, strings } = useSurroundings();
  if (!more) return <p className={styles.end}>{strings.t('endOfList', { count })}</p>;
  return (
    <div className={styles.more}>
      <Button data-testid="load-more" disabledFocusable={busy} onClick={() => void session.loadMore()}>
        {strings.t('loadMore')}
      </Button>
    </div>
  );
}
