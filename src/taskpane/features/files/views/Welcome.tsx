import { Button } from '@fluentui/react-components';
import { useAppContext } from '../../../app/context.ts';
import styles from './Welcome.module.css';

/** What the pane does, in three lines; once. */
export function Welcome() {
  const { session, strings } = useAppContext();
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
        onClick={() => void session.changePreferences({ welcomed: true })}
      >
        {strings.t('welcomeDone')}
      </Button>
    </section>
  );
}
