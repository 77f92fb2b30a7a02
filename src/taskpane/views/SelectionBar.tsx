import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
});

/** How many files are chosen, and what can be done with them. */
export function SelectionBar({ count, busy }: { readonly count: number; readonly busy: boolean }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  return (
    <footer className={styles.bar}>
      <span className={styles.count} aria-live="polite">
        {count === 0 ? strings.t('firstAction') : strings.t('selected', { count })}
      </span>
      {count > 0 && (
        <Button size="small" appearance="subtle" onClick={session.clearSelection}>
          {strings.t('clearSelection')}
        </Button>
      )}
      <Button
        data-testid="insert"
        appearance="primary"
        disabledFocusable={count === 0 || busy}
        onClick={() => void session.insert()}
      >
        {count === 0 ? strings.t('insertNothing') : strings.t('insert', { count })}
      </Button>
    </footer>
  );
}
