import { Button } from '@fluentui/react-components';
import { useFiles } from './context.tsx';
import styles from './Welcome.module.css';

/** Explains the pane in three lines. */
export function Welcome() {
  const { context, strings } = useFiles();
  return (
    <section className={styles.card} data-testid="welcome" aria-label={strings.t('welcomeTitle')}>
      <h2 className={styles.title}>{strings.t('welcomeTitle')}</h2>
      <ol className={styles.lines}>
        <li>{strings.t('welcomeChoose')}</li>
        <li>{strings.t('welcomeInsert')}</li>
        <li>{strings.t('welcomeAccess')}</li>
      </ol>
      <Button
        size="small"
        data-testid="welcome-done"
        onClick={() => context.preferences.change({ welcomed: true })}
      >
        {strings.t('welcomeDone')}
      </Button>
    </section>
  );
}
