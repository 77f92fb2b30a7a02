import {
  Component,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { problemRow } from '../../contract/catalogue.ts';
import type { PageDefinition, PaneError } from '../features/feature.ts';
import type { StringsStore } from '../strings/index.ts';
import { Skeleton } from '../ui/controls.tsx';
import { StringsContext, useLazy, useStrings } from '../ui/hooks.ts';
import { AppContextProvider, useAppContext, type AppContext } from './context.ts';
import { Header } from './Header.tsx';
import { useOfficeTheme } from './theme/officeTheme.ts';
import styles from './Pane.module.css';

let mounted: { root: Root; element: HTMLElement; props: AppProps } | undefined;

/** Replaces the outline with the pane. Keeps the rest of the page: MSAL.js may be signing in with a hidden frame. */
export function mountPane(props: AppProps): void {
  const outline = document.getElementById('root');
  render(props, (element) =>
    outline ? outline.replaceWith(element) : document.body.replaceChildren(element),
  );
}

function render(props: AppProps, insert: (element: HTMLElement) => void): void {
  mounted?.root.unmount();
  const element = document.createElement('div');
  element.id = 'root';
  insert(element);
  const root = createRoot(element);
  mounted = { root, element, props };
  root.render(<App {...props} />);
}

/**
 * Mounts the pane again if office.js has replaced the page's content (12011). The state is outside React, so nothing is
 * lost. Waits for a moment, because office.js replaces the content after it has reported the error.
 */
export function restorePane(): void {
  setTimeout(() => {
    if (!mounted) return;
    const isIntact = mounted.element.isConnected && document.body.children.length === 1;
    if (!isIntact) render(mounted.props, (element) => document.body.replaceChildren(element));
  });
}

interface AppProps {
  readonly context: AppContext;
  readonly strings: StringsStore;
}

export function App({ context, strings: store }: AppProps) {
  const { strings } = useSyncExternalStore(store.subscribe, store.get);
  useOfficeTheme();
  return (
    <AppContextProvider value={context}>
      <StringsContext value={strings}>
        <ErrorBoundary text={strings.t('defect')} reload={strings.t('reload')}>
          <Pane />
        </ErrorBoundary>
      </StringsContext>
    </AppContextProvider>
  );
}

/** What the first page doesn't need. The chunk loads while the server responds, so that messages work offline. */
export const loadDeferred = () => import(/* webpackChunkName: "later" */ './Messages.tsx');
const loadMenu = () => import(/* webpackChunkName: "menu" */ './Menu.tsx');

/**
 * Header, page, and a dock at the bottom edge. Messages, progress, and the card appear above the dock and cover the end
 * of the page, so that nothing moves while the user reads.
 */
export function Pane() {
  const { frame, home } = useAppContext();
  const strings = useStrings();
  const state = useSyncExternalStore(frame.subscribe, frame.get);
  const main = useRef<HTMLElement>(null);
  const messages = useRef<HTMLDivElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PageDefinition | null>(null);
  const { me, busy, error, notice } = state;
  const opening = busy !== null && me === null;
  const isShownByPage = error !== null && home.showsError?.(error) === true;
  const deferred = useLazy(true, loadDeferred);
  useFocusFallback(main, `${notice?.code} ${error?.problem.code} ${page?.id}`);
  useEffect(() => deferred?.keepFocusInPane(), [deferred]);
  useDockHeight(messages, dock);

  function closePage(): void {
    setPage(null);
    document.querySelector<HTMLElement>('[data-testid="open-menu"]')?.focus();
  }

  /** Ignores an Escape that a control inside has already handled. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const inMenu = event.target instanceof Element && event.target.closest('[role="menu"]') !== null;
    // The menu has closed and focused its button. office.js would move the focus out of the pane instead.
    if (inMenu && event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.key !== 'Escape' || event.defaultPrevented || inMenu) return;
    if (page) closePage();
    else if (me !== null && !isShownByPage) frame.dismiss();
  }

  const message =
    error && deferred ? (
      <deferred.ErrorMessage error={error} fillsPane={me === null} />
    ) : (
      <FallbackMessage
        code={error?.problem.code ?? 'unexpected'}
        text={strings.t('noConnection')}
        reload={strings.t('reload')}
      />
    );

  return (
    <div className={styles.pane} onKeyDown={onKeyDown}>
      <Header state={state} onPage={setPage} />
      {/* Always rendered: screen readers don't announce a live region that appears together with its text. */}
      <div role="alert">{error && me === null && message}</div>
      <main ref={main} tabIndex={-1} className={styles.main} aria-busy={busy !== null}>
        {opening && <Skeleton />}
        {me === null && !opening && deferred && (
          <deferred.SignedOut showsSignIn={error === null} showsReasons={isSignInNeeded(error)} />
        )}
        {me !== null && (page ? <OpenPage key={page.id} page={page} onClose={closePage} /> : <home.Page />)}
      </main>
      <div ref={messages} className={styles.messages}>
        <div role="alert">{error && me !== null && !isShownByPage && message}</div>
        <div role="status">
          {notice && deferred && <deferred.NoticeBar notice={notice} />}
          {busy && deferred && <deferred.Progress key={busy.id} busy={busy} />}
        </div>
        {me !== null && !page && home.Card && <home.Card />}
      </div>
      <div ref={dock} className={styles.dock}>
        {me !== null && !page && !isShownByPage && home.Dock && <home.Dock />}
      </div>
    </div>
  );
}

/** Returns whether signing in would help, so that the reasons to sign in are worth showing. */
function isSignInNeeded(error: PaneError | null): boolean {
  return error === null || problemRow(error.problem.code).action === 'sign-in';
}

function OpenPage({ page, onClose }: { readonly page: PageDefinition; readonly onClose: () => void }) {
  const { features } = useAppContext();
  const strings = useStrings();
  const frame = useLazy(true, loadMenu);
  const content = useLazy(true, page.load);
  return (
    frame &&
    content && (
      <frame.PageFrame id={page.id} title={page.title(strings)} onClose={onClose}>
        <content.Page context={features} />
      </frame.PageFrame>
    )
  );
}

/** Moves the focus to the content when the focused control has disappeared; otherwise Tab would start at the top. */
function useFocusFallback(main: RefObject<HTMLElement | null>, change: string): void {
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    if (document.activeElement === document.body && document.hasFocus()) main.current?.focus();
  }, [main, change]);
}

interface MessageTexts {
  readonly text: string;
  /** Label of the button. */
  readonly reload: string;
}

/** Shows a message and a Reload button if a view throws. */
class ErrorBoundary extends Component<
  MessageTexts & { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { text, reload, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div role="alert">
        <FallbackMessage code="unexpected" text={text} reload={reload} />
      </div>
    );
  }
}

/** Has no dependencies: for an error in a view, and until the usual message views have loaded. */
function FallbackMessage({ code, text, reload }: MessageTexts & { readonly code: string }) {
  return (
    <div data-testid="message" data-code={code} data-reaction="ask-user">
      <p>{text}</p>
      <button type="button" data-testid="message-action" onClick={() => location.reload()}>
        {reload}
      </button>
    </div>
  );
}

/** Publishes the height of the dock, and scrolls focused elements clear of messages and dock (WCAG 2.2, 2.4.11). */
function useDockHeight(messages: RefObject<HTMLElement | null>, dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const above = messages.current;
    const below = dock.current;
    if (!above || !below) return;
    const { style } = document.documentElement;
    // Observers run between layout and paint: no frame shows the messages in the wrong place.
    const observer = new ResizeObserver(() => {
      style.setProperty('--dock-height', `${below.offsetHeight}px`);
      style.scrollPaddingBlockEnd = `${above.offsetHeight + below.offsetHeight}px`;
    });
    observer.observe(above);
    observer.observe(below);
    return () => observer.disconnect();
  }, [messages, dock]);
}
