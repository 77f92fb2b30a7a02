import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { ArrowClockwise20Regular, PersonSwap20Regular, QuestionCircle20Regular } from '@fluentui/react-icons';
import type { FrameState, PageDefinition } from '../features/feature.ts';
import { useAppContext } from './context.ts';
import { useStrings } from '../ui/strings.ts';

interface Props {
  readonly state: FrameState;
  /** The menu button, which gets the focus back. */
  readonly button: HTMLElement | null;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPage: (page: PageDefinition) => void;
}

/** The menu in the header. A separate chunk, because Fluent's Menu adds half the size of the pane. */
export function MenuItems({ state, button, open, onClose, onPage }: Props) {
  const { frame, home, pages } = useAppContext();
  const strings = useStrings();
  const { t } = strings;
  const { busy, canSignOut } = state;
  return (
    <Menu
      open={open}
      positioning={{ target: button, position: 'below', align: 'end' }}
      onOpenChange={(event, data) => {
        if (!open) return;
        // A click on the button closes the menu as well; both together would open it again.
        if (data.open || (event.target instanceof Node && button?.contains(event.target))) return;
        button?.focus();
        onClose();
      }}
    >
      <MenuPopover>
        <MenuList>
          {home.refresh && (
            <MenuItem
              data-testid="refresh"
              icon={<ArrowClockwise20Regular />}
              disabled={busy !== null}
              onClick={home.refresh}
            >
              {t('refresh')}
            </MenuItem>
          )}
          {pages.map((page) => (
            <MenuItem
              key={page.id}
              data-testid={`open-${page.id}`}
              icon={<page.Icon />}
              onClick={() => onPage(page)}
            >
              {page.title(strings)}
            </MenuItem>
          ))}
          {home.help && (
            <MenuItem data-testid="show-welcome" icon={<QuestionCircle20Regular />} onClick={home.help}>
              {t('howItWorks')}
            </MenuItem>
          )}
          {canSignOut && (
            <MenuItem
              data-testid="switch-account"
              icon={<PersonSwap20Regular />}
              disabled={busy !== null}
              onClick={() => void frame.switchAccount()}
            >
              {t('useAnotherAccount')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
