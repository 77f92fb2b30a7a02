import { makeStyles, tokens } from '@fluentui/react-components';
import { Button } from './Button.tsx';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  more: { margin: '8px 12px 16px' },
  end: {
    margin: '8px 16px 16px',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly count: number;
  readonly more: boolean;
  readonly busy: boolean;
}

/** Below the list: more of it, or that this was all. */
export function ListEnd({ count, more, busy }: Props) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  if (!more) return <p className={styles.end}>{strings.t('endOfList', { count })}</p>;
  return (
    <Button
      className={styles.more}
      data-testid="load-more"
      disabledFocusable={busy}
      onClick={() => void session.loadMore()}
    >
      {strings.t('loadMore')}
    </Button>
  );
}
