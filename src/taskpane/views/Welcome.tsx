import { makeStyles, tokens } from '@fluentui/react-components';
import { Button } from './Button.tsx';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  card: {
    margin: '12px 12px 4px',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  title: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  lines: { margin: '0 0 10px', paddingInlineStart: '18px' },
});

/** What the pane does, in three lines; once. */
export function Welcome() {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
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
