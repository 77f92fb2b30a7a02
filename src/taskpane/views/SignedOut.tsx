import { makeStyles, tokens } from '@fluentui/react-components';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  welcome: { padding: '24px 20px' },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, margin: '0 0 12px' },
  reasons: { margin: 0, paddingInlineStart: '20px', color: tokens.colorNeutralForeground2 },
  reason: { marginBottom: '8px' },
});

/** What signing in gives; the Sign in button stands in the header. */
export function SignedOut({ signingIn }: { readonly signingIn: boolean }) {
  const { strings } = useSurroundings();
  const styles = useStyles();
  return (
    <section className={styles.welcome} aria-hidden={signingIn}>
      <h2 className={styles.title}>{strings.t('signedOutTitle')}</h2>
      <ul className={styles.reasons}>
        <li className={styles.reason}>{strings.t('reasonFiles')}</li>
        <li className={styles.reason}>{strings.t('reasonInsert')}</li>
        <li className={styles.reason}>{strings.t('reasonAccount')}</li>
      </ul>
    </section>
  );
}
