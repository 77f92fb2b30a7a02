import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import {
  ArrowClockwise20Regular,
  PersonSwap20Regular,
  QuestionCircle20Regular,
  Settings20Regular,
} from '@fluentui/react-icons';
import type { PaneState } from './state.ts';
import { useAppContext } from './context.ts';

interface Props {
  readonly state: PaneState;
  /** The button that opens it: where it stands, and where the focus goes back to. */
  readonly button: HTMLElement | null;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSettings: () => void;
}

/** What is not needed every day. In a chunk of its own: Fluent's Menu weighs as much as half of the pane. */
export function MenuItems({ state, button, open, onClose, onSettings }: Props) {
  const { session, strings } = useAppContext();
  const { t } = strings;
  const { busy, canSignOut, place } = state;
  return (
    <Menu
      open={open}
      positioning={{ target: button, position: 'below', align: 'end' }}
      onOpenChange={(event, data) => {
        if (!open) return;
        // The button itself closes it; both at once would open it anew.
        if (data.open || (event.target instanceof Node && button?.contains(event.target))) return;
        button?.focus();
        onClose();
      }}
    >
      <MenuPopover>
        <MenuList>
          <MenuItem
            data-testid="refresh"
            icon={<ArrowClockwise20Regular />}
            disabled={busy !== null}
            onClick={() => void session.go(place)}
          >
            {t('refresh')}
          </MenuItem>
          <MenuItem data-testid="open-settings" icon={<Settings20Regular />} onClick={onSettings}>
            {t('settings')}
          </MenuItem>
          <MenuItem
            data-testid="show-welcome"
            icon={<QuestionCircle20Regular />}
            onClick={() => void session.changePreferences({ welcomed: false })}
          >
            {t('howItWorks')}
          </MenuItem>
          {canSignOut && (
            <MenuItem
              data-testid="switch-account"
              icon={<PersonSwap20Regular />}
              disabled={busy !== null}
              onClick={() => void session.switchAccount()}
            >
              {t('useAnotherAccount')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
