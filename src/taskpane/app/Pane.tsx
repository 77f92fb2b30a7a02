import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import type { PageDefinition, PaneError } from '../features/feature.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useStrings } from '../ui/strings.ts';
import { useLazy } from '../ui/useLazy.ts';
import { useAppContext } from './context.ts';
import { FallbackMessage } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import styles from './Pane.module.css';
import { useDockHeight } from './useDockHeight.ts';

const loadDeferred = () => import(/* webpackChunkName: "later" */ './deferredViews.ts');
const loadPageFrame = () => import(/* webpackChunkName: "page" */ './PageFrame.tsx');

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
  const frame = useLazy(true, loadPageFrame);
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
function useFocusFallback(main: React.RefObject<HTMLElement | null>, change: string): void {
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    if (document.activeElement === document.body && document.hasFocus()) main.current?.focus();
  }, [main, change]);
}
