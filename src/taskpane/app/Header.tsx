import { useEffect, useState } from 'react';
import { firstGrapheme } from '../../contract/text.ts';
import type { FrameState, PageDefinition } from '../features/feature.ts';
import { useLazy, useStrings } from '../ui/hooks.ts';
import { Button, MoreIcon } from '../ui/controls.tsx';
import { useAppContext } from './context.ts';
import styles from './Pane.module.css';

interface HeaderProps {
  readonly state: FrameState;
  readonly onPage: (page: PageDefinition) => void;
}

/** Always shows the account, because Office and the browser can be signed in to different ones. */
export function Header({ state, onPage }: HeaderProps) {
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

const loadItems = () => import(/* webpackChunkName: "menu" */ './Menu.tsx');

/** Delay after the list has loaded. */
const PRELOAD_AFTER_MS = 2_000;

/** The menu button. Loads the menu when the user is about to open it. */
function HeaderMenu({ state, onPage }: HeaderProps) {
  const strings = useStrings();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [preloaded, setPreloaded] = useState(false);
  const [open, setOpen] = useState(false);
  const items = useLazy(preloaded || open, loadItems);
  const preload = () => setPreloaded(true);
  const idle = state.me !== null && state.busy === null;
  // So that the menu opens without a network, too.
  useEffect(() => {
    if (!idle) return;
    const timer = setTimeout(() => setPreloaded(true), PRELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [idle]);
  return (
    <>
      <Button
        ref={setButton}
        data-testid="open-menu"
        appearance="subtle"
        icon={<MoreIcon />}
        title={strings.t('menu')}
        aria-label={strings.t('menu')}
        aria-haspopup="menu"
        aria-expanded={open && items !== undefined}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => setOpen(!open)}
      />
      {items && (
        <items.MenuItems
          state={state}
          button={button}
          open={open}
          onClose={() => setOpen(false)}
          onPage={onPage}
        />
      )}
    </>
  );
}

/** The user's photo or initials. Fluent's Avatar would add 11 kB. */
function Avatar({ name, photo }: { readonly name: string; readonly photo: string | null }) {
  const strings = useStrings();
  return (
    <span className={styles.avatar}>
      {photo ? (
        <img className={styles.photo} src={photo} alt={strings.t('photoOf', { name })} />
      ) : (
        <span aria-hidden="true">{initials(name)}</span>
      )}
    </span>
  );
}

/** Returns the first letters of the first and the last word, with their combining marks. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => firstGrapheme(word ?? ''))
    .join('')
    .toLocaleUpperCase();
}
