import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { FrameState, PageDefinition } from '../features/feature.ts';
import { useStrings } from '../ui/strings.ts';
import { MoreIcon } from '../ui/icons.tsx';
import { useLazy } from '../ui/useLazy.ts';

const loadItems = () => import(/* webpackChunkName: "menu" */ './MenuItems.tsx');

/** Delay after the list has loaded. */
const PRELOAD_AFTER_MS = 2_000;

interface Props {
  readonly state: FrameState;
  readonly onPage: (page: PageDefinition) => void;
}

/** The menu button. Loads the menu when the user is about to open it. */
export function HeaderMenu({ state, onPage }: Props) {
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
