import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { problemRow } from '../../contract/catalogue.ts';
import type { Trouble } from '../session/state.ts';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  empty: { padding: '32px 20px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  title: { fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground1, margin: '0 0 8px' },
  text: { margin: '0 0 16px' },
});

/** No files, and why. @param trouble where it is more than an empty folder */
export function EmptyState({ trouble }: { readonly trouble?: Trouble }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  const { title, text } = trouble
    ? strings.message(problemRow(trouble.problem.code).message)
    : { title: strings.t('emptyDriveTitle'), text: strings.t('emptyDriveText') };
  const problem = trouble && {
    'data-testid': 'message',
    'data-code': trouble.problem.code,
    'data-reaction': trouble.reaction,
  };
  return (
    <section className={styles.empty} data-testid="empty-state">
      <div {...problem}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
        {trouble ? (
          <Button data-testid="message-action" onClick={() => void session.switchAccount()}>
            {strings.t('useAnotherAccount')}
          </Button>
        ) : (
          <Button onClick={() => void session.goOn()}>{strings.t('retry')}</Button>
        )}
      </div>
    </section>
  );
}
