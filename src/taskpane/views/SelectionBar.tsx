import { makeStyles, tokens } from '@fluentui/react-components';
import { formatFor, formatsOf } from '../documents/insertJob.ts';
import type { PaneState } from '../session/state.ts';
import { Button } from './Button.tsx';
import { Choice } from './Choice.tsx';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 12px 10px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  count: { flexGrow: 1, flexBasis: '8rem', color: tokens.colorNeutralForeground2 },
  format: { flexGrow: 1, flexBasis: '7rem' },
  insert: { flexGrow: 2 },
});

/** How many files are chosen, and what can be done with them. */
export function SelectionBar({ state }: { readonly state: PaneState }) {
  const { session, strings, application } = useSurroundings();
  const styles = useStyles();
  const { selected, busy, files, preferences } = state;
  const count = selected.length;
  const format = formatFor(application, preferences.insertFormat[application]);
  return (
    <footer className={styles.bar}>
      <div className={styles.line}>
        <span className={styles.count} aria-live="polite">
          {count === 0 ? strings.t('firstAction') : strings.t('selected', { count })}
        </span>
        <Button
          data-testid="select-all"
          size="small"
          appearance="subtle"
          disabledFocusable={!files?.length}
          onClick={() => session.select(files ?? [])}
        >
          {strings.t('selectAll')}
        </Button>
        {count > 0 && (
          <Button
            data-testid="clear-selection"
            size="small"
            appearance="subtle"
            onClick={session.clearSelection}
          >
            {strings.t('clearSelection')}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <Choice
          label={strings.t('insertAs')}
          testId="format"
          className={styles.format}
          value={format}
          options={formatsOf[application].map((each) => [each, strings.t(`format_${each}`)])}
          onChange={(chosen) =>
            void session.changePreferences({
              insertFormat: { ...preferences.insertFormat, [application]: chosen },
            })
          }
        />
        <Button
          className={styles.insert}
          data-testid="insert"
          appearance="primary"
          disabledFocusable={count === 0 || busy !== null}
          onClick={() => void session.insert()}
        >
          {count === 0 ? strings.t('insertNothing') : strings.t('insert', { count })}
        </Button>
      </div>
    </footer>
  );
}
