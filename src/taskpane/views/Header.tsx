import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaneState } from '../session/state.ts';
import { Button } from './Button.tsx';
import { Avatar } from './Avatar.tsx';
import { useSurroundings } from './context.ts';
import { SettingsIcon } from './icons.tsx';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '10px 12px',
    // Office on the web lays its own menu button over the upper corner of the pane.
    paddingInlineEnd: '44px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
  },
  who: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  mail: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  account: { display: 'flex', flexWrap: 'wrap', gap: '4px', width: '100%' },
  /** For screen readers: who is signed in stands where the title would. */
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  title: { flexGrow: 1, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
});

interface Props {
  readonly state: PaneState;
  readonly onSettings: () => void;
}

/** Who is signed in: always visible, because Office and the browser can know different people. */
export function Header({ state, onSettings }: Props) {
  const { me, photo, busy, canSignOut } = state;
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  if (!me) {
    return (
      <header className={styles.header}>
        <h1 className={styles.title}>{strings.t('appTitle')}</h1>
        {!busy && (
          <Button data-testid="sign-in" size="small" onClick={() => void session.goOn()}>
            {strings.t('signIn')}
          </Button>
        )}
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
        <bdi className={styles.name} title={me.displayName}>
          {me.displayName}
        </bdi>
        {me.mail && (
          <bdi className={styles.mail} title={me.mail}>
            {me.mail}
          </bdi>
        )}
      </div>
      <Button
        data-testid="open-settings"
        size="small"
        appearance="subtle"
        icon={<SettingsIcon />}
        title={strings.t('settings')}
        aria-label={strings.t('settings')}
        onClick={onSettings}
      />
      {canSignOut && (
        <div className={styles.account}>
          <Button
            data-testid="switch-account"
            size="small"
            appearance="subtle"
            disabledFocusable={busy !== null}
            onClick={() => void session.switchAccount()}
          >
            {strings.t('useAnotherAccount')}
          </Button>
          <Button data-testid="sign-out" size="small" appearance="subtle" onClick={session.signOut}>
            {strings.t('signOut')}
          </Button>
        </div>
      )}
    </header>
  );
}
