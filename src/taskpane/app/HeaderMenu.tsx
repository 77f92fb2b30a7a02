import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { FrameState, PageDefinition } from '../features/feature.ts';
import { useStrings } from '../ui/strings.ts';
import { MoreIcon } from '../ui/icons.tsx';
import { useLazy } from '../ui/useLazy.ts';

const loadItems = () => import(/* webpackChunkName: "menu" */ './MenuItems.tsx');

/** Once the list is there and the page has come to rest. */
const PREFETCH_AFTER_MS = 2_000;

interface Props {
  readonly state: FrameState;
  readonly onPage: (page: PageDefinition) => void;
}

/** The items are loaded for whoever is about to open them. */
export function HeaderMenu({ state, onPage }: Props) {
  const strings = useStrings();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const items = useLazy(wanted || open, loadItems);
  const want = () => setWanted(true);
  const idle = state.me !== null && state.busy === null;
  // Before it is needed, so that it opens without a network, too.
  useEffect(() => {
    if (!idle) return;
    const timer = setTimeout(() => setWanted(true), PREFETCH_AFTER_MS);
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
        onPointerEnter={want}
        onFocus={want}
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
