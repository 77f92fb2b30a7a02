import { Button } from '@fluentui/react-components';
import { useAppContext } from './context.ts';
import { useStrings } from '../ui/strings.ts';
import { FilesIcon, InsertIcon, PersonIcon } from '../ui/icons.tsx';
import styles from './SignedOut.module.css';

const reasons = [
  ['reasonFiles', FilesIcon],
  ['reasonInsert', InsertIcon],
  ['reasonAccount', PersonIcon],
] as const;

interface Props {
  /** No message above it has a button: the one to sign in stands here. */
  readonly invites: boolean;
  /** Say what signing in gives. */
  readonly reasons: boolean;
}

/** Nobody is signed in, or nothing is known of them. */
export function SignedOut({ invites, reasons: withReasons }: Props) {
  const { frame } = useAppContext();
  const strings = useStrings();
  return (
    <>
      {invites && (
        <section className={styles.invitation}>
          <h2 className={styles.title}>{strings.t('signedOutTitle')}</h2>
          <Button data-testid="sign-in" appearance="primary" onClick={() => void frame.retry()}>
            {strings.t('signIn')}
          </Button>
        </section>
      )}
      {withReasons && (
        <ul className={styles.reasons}>
          {reasons.map(([text, Icon]) => (
            <li key={text} className={styles.reason}>
              <Icon />
              {strings.t(text)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
