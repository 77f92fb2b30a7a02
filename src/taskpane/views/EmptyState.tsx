import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { MessageKey } from '../../contract/catalogue.ts';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  empty: { padding: '32px 20px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  title: { fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground1, margin: '0 0 8px' },
  text: { margin: '0 0 16px' },
});

/** No files, and why. @param message where it is more than an empty folder */
export function EmptyState({ message }: { readonly message?: MessageKey }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  const { title, text } = message
    ? strings.message(message)
    : { title: strings.t('emptyDriveTitle'), text: strings.t('emptyDriveText') };
  return (
    <section className={styles.empty} data-testid="empty-state">
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {message ? (
        <Button onClick={() => void session.switchAccount()}>{strings.t('useAnotherAccount')}</Button>
      ) : (
        <Button onClick={() => void session.goOn()}>{strings.t('retry')}</Button>
      )}
    </section>
  );
}
