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
  /** Whether to show a Sign in button: false if a message above has one. */
  readonly showsSignIn: boolean;
  readonly showsReasons: boolean;
}

/** The content of the pane while no user is known. */
export function SignedOut({ showsSignIn, showsReasons }: Props) {
  const { frame } = useAppContext();
  const strings = useStrings();
  return (
    <>
      {showsSignIn && (
        <section className={styles.invitation}>
          <h2 className={styles.title}>{strings.t('signedOutTitle')}</h2>
          <Button data-testid="sign-in" appearance="primary" onClick={() => void frame.retry()}>
            {strings.t('signIn')}
          </Button>
        </section>
      )}
      {showsReasons && (
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
