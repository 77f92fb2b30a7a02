import { FluentProvider, Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import {
  ArrowClockwise20Regular,
  ArrowLeft20Regular,
  PersonSwap20Regular,
  QuestionCircle20Regular,
} from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FrameState, PageDefinition } from '../features/feature.ts';
import { Button } from '../ui/controls.tsx';
import { useStrings } from '../ui/hooks.ts';
import { useAppContext } from './context.ts';
import styles from './Pane.module.css';

/** theme.css has the values of Fluent's tokens. As objects in the script, they would add 9 kB. */
const NO_THEME = {};
const WITHOUT_BOX = { display: 'contents' };

/** Sets the direction for Fluent's components. Outside the menu and its pages, the pane has only native elements. */
function Fluent({ children }: { readonly children: ReactNode }) {
  return (
    <FluentProvider theme={NO_THEME} dir={useStrings().dir} style={WITHOUT_BOX}>
      {children}
    </FluentProvider>
  );
}

interface MenuProps {
  readonly state: FrameState;
  /** The menu button, which gets the focus back. */
  readonly button: HTMLElement | null;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPage: (page: PageDefinition) => void;
}

/** The menu in the header. A separate chunk, because Fluent's Menu adds half the size of the pane. */
export function MenuItems({ state, button, open, onClose, onPage }: MenuProps) {
  const { frame, home, pages } = useAppContext();
  const strings = useStrings();
  const { t } = strings;
  const { busy, canSignOut } = state;
  return (
    <Fluent>
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
    </Fluent>
  );
}

interface PageFrameProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A page from the menu, with a Back button and its title. */
export function PageFrame({ id, title, onClose, children }: PageFrameProps) {
  const { t } = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.page} data-testid={id} aria-label={title}>
      <div className={styles.head}>
        <Button
          data-testid={`close-${id}`}
          appearance="subtle"
          icon={
            <span className={styles.back}>
              <ArrowLeft20Regular />
            </span>
          }
          title={t('back')}
          aria-label={t('back')}
          onClick={onClose}
        />
        <h2 ref={heading} tabIndex={-1} className={styles.pageTitle}>
          {title}
        </h2>
      </div>
      <Fluent>{children}</Fluent>
    </section>
  );
}
