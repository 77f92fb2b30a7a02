import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import { canOpenFolders, canSearch, canSort, tabs } from '../features/files/place.ts';
import type { PaneState, PaneError } from './state.ts';
import { useAppContext } from './context.ts';
import { FileList } from '../features/files/views/FileList.tsx';
import { BareMessage } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import styles from './Pane.module.css';
import { SearchBox } from '../features/files/views/SearchBox.tsx';
import { SelectionBar } from '../features/files/views/SelectionBar.tsx';
import { Skeleton } from '../features/files/views/Skeleton.tsx';
import { SortButton } from '../features/files/views/SortChoice.tsx';
import { useDockHeight } from './useDockHeight.ts';
import { useFocusOrder } from './useFocusOrder.ts';
import { useLazy } from '../ui/useLazy.ts';
import { ViewTabs } from '../features/files/views/ViewTabs.tsx';

/**
 * Header, content, and a dock at the lower edge. What arrives while somebody reads (messages, progress, the first-run
 * card) is in the dock, over the end of the list, so that nothing moves.
 */
export function Pane() {
  const { session, strings } = useAppContext();
  const state = useSyncExternalStore(session.subscribe, session.get);
  const main = useRef<HTMLElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const { me, busy, trouble, notice, files } = state;
  const opening = busy?.work === 'loading' && me === null;
  const noDrive = noDriveOf(state);
  const settings = useLazy(settingsOpen, loadSettings);
  const later = useLazy(true, loadLater);
  const newHere = state.preferencesKnown && !state.preferences.welcomed && !trouble && !notice;
  const welcome = useLazy(newHere, loadWelcome);
  useFocusKept(main, `${notice?.kind} ${trouble?.problem.code} ${settingsOpen}`);
  useFocusOrder();
  useDockHeight(dock);

  function closeSettings(): void {
    setSettingsOpen(false);
    document.querySelector<HTMLElement>('[data-testid="open-menu"]')?.focus();
  }

  /** What is nearer has closed already, and has prevented the default. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const inMenu = event.target instanceof Element && event.target.closest('[role="menu"]') !== null;
    // The menu has closed, and its button has the focus: office.js would leave the pane from the item that is gone.
    if (inMenu && event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.key !== 'Escape' || event.defaultPrevented || inMenu) return;
    if (settingsOpen) closeSettings();
    else if (me !== null && !noDrive) session.dismiss();
  }

  const troubleMessage =
    trouble && later ? (
      <later.ErrorMessage trouble={trouble} fillsPane={me === null} />
    ) : (
      <BareMessage
        code={trouble?.problem.code ?? 'unexpected'}
        text={strings.message('offline').title}
        reload={strings.t('reload')}
      />
    );

  return (
    <div className={styles.pane} onKeyDown={onKeyDown}>
      <Header state={state} onSettings={() => setSettingsOpen(true)} />
      {/* Always in the page: a live region that appears together with its text is not read out. */}
      <div role="alert">{trouble && me === null && troubleMessage}</div>
      <main ref={main} tabIndex={-1} className={styles.main} aria-busy={busy !== null}>
        {opening && <Skeleton />}
        {me === null && !opening && later && (
          <later.SignedOut invites={trouble === null} reasons={asksToSignIn(state)} />
        )}
        {me !== null && settingsOpen && settings && (
          <settings.Settings state={state} onClose={closeSettings} />
        )}
        {me !== null && !settingsOpen && <Files state={state} later={later} />}
      </main>
      <div ref={dock} className={styles.dock}>
        <div className={styles.messages}>
          <div role="alert">{trouble && me !== null && !noDrive && troubleMessage}</div>
          <div role="status">
            {notice && later && <later.NoticeBar notice={notice} />}
            {busy && later && <later.Progress key={busy.work} busy={busy} />}
          </div>
          {me !== null && !settingsOpen && newHere && welcome && <welcome.Welcome />}
        </div>
        {me !== null && !settingsOpen && !noDrive && (files?.length || state.selected.length > 0) ? (
          <SelectionBar state={state} />
        ) : null}
      </div>
    </div>
  );
}

/** No OneDrive, and no list from before that could stay. */
function noDriveOf({ trouble, files }: PaneState): PaneError | undefined {
  return trouble?.problem.code === 'no_drive' && !files?.length ? trouble : undefined;
}

/** What signing in gives is worth saying only to whom signing in would help. */
function asksToSignIn({ trouble }: PaneState): boolean {
  return trouble === null || problemRow(trouble.problem.code).action === 'sign-in';
}

const loadSettings = () => import(/* webpackChunkName: "settings" */ './Settings.tsx');
const loadWelcome = () => import(/* webpackChunkName: "welcome" */ '../features/files/views/Welcome.tsx');
const loadLater = () => import(/* webpackChunkName: "later" */ './laterParts.ts');

interface FilesProps {
  readonly state: PaneState;
  readonly later: Awaited<ReturnType<typeof loadLater>> | undefined;
}

function Files({ state, later }: FilesProps) {
  const focusWasHereRef = useRef(false);
  const { place, wanted, query, files, nextCursor, incomplete, sortInForce, busy, preferences } = state;
  const more = nextCursor !== null;
  const isEmpty = files?.length === 0 && !more && !incomplete;
  const noDrive = noDriveOf(state);
  // What the user has chosen shows at once, although the list changes only when the next one is there.
  const next = (busy && wanted) || place;
  if (noDrive) {
    return later && <later.EmptyState place={place} trouble={noDrive} focusWasHereRef={focusWasHereRef} />;
  }
  return (
    <>
      {tabs.length > 1 && <ViewTabs view={next.view} />}
      {canSearch(place) && (
        <div className={styles.find}>
          <SearchBox search={wanted?.search || next.search} />
          {canSort(place) && <SortButton by={preferences.sortBy} descending={preferences.sortDescending} />}
        </div>
      )}
      {later && place.folders.length > 0 && <later.Breadcrumb folders={place.folders} />}
      {files === null && busy !== null && <Skeleton />}
      {later && isEmpty && <later.EmptyState place={place} focusWasHereRef={focusWasHereRef} />}
      {files !== null && files.length > 0 && (
        <>
          {later && sortInForce !== undefined && <later.SortNotice sort={sortInForce} />}
          <FileList
            key={JSON.stringify(query)}
            files={files}
            selected={state.selected}
            canOpen={canOpenFolders(place)}
            more={more || incomplete}
            focusWasHereRef={focusWasHereRef}
          />
        </>
      )}
      {later && files !== null && !isEmpty && (
        <later.ListEnd
          key={`end ${JSON.stringify(query)}`}
          place={place}
          count={files.length}
          more={more}
          incomplete={incomplete}
          busy={busy !== null}
        />
      )}
    </>
  );
}

/** The focus of a control that has gone would be at the top of the page: the keyboard goes on at the content. */
function useFocusKept(main: React.RefObject<HTMLElement | null>, change: string): void {
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    if (document.activeElement === document.body && document.hasFocus()) main.current?.focus();
  }, [main, change]);
}
