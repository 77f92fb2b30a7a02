import { Button } from '@fluentui/react-components';
import type { FrameState, PageDefinition } from '../features/feature.ts';
import { Avatar } from './Avatar.tsx';
import { useAppContext } from './context.ts';
import { useStrings } from '../ui/strings.ts';
import styles from './Header.module.css';
import { HeaderMenu } from './HeaderMenu.tsx';

interface Props {
  readonly state: FrameState;
  readonly onPage: (page: PageDefinition) => void;
}

/** Always shows the account, because Office and the browser can be signed in to different ones. */
export function Header({ state, onPage }: Props) {
  const { me, photo, canSignOut } = state;
  const { frame } = useAppContext();
  const strings = useStrings();
  if (!me) {
    return (
      <header className={styles.header}>
        <h1 className={styles.title}>{strings.t('appTitle')}</h1>
      </header>
    );
  }
  return (
    <header className={styles.header}>
      <h1 className={styles.hidden}>{strings.t('appTitle')}</h1>
      <Avatar name={me.displayName} photo={photo} />
      <div
        className={styles.who}
        data-testid="signed-in-user"
        role="group"
        aria-label={strings.t('signedInAs', { name: me.displayName })}
      >
        <span className={styles.name} dir="auto" title={me.displayName}>
          {me.displayName}
        </span>
        {me.mail && (
          <span className={styles.mail} dir="auto" title={me.mail}>
            {me.mail}
          </span>
        )}
      </div>
      {canSignOut && (
        <span className={styles.signOut}>
          <Button data-testid="sign-out" size="small" appearance="subtle" onClick={frame.signOut}>
            {strings.t('signOut')}
          </Button>
        </span>
      )}
      <HeaderMenu state={state} onPage={onPage} />
    </header>
  );
}
