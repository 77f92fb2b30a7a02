import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { problemRow } from '../../contract/catalogue.ts';
import { canOpenFolders, canSearch, canSort, tabs } from '../session/place.ts';
import type { PaneState, Trouble } from '../session/state.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { useSurroundings } from './context.ts';
import { EmptyState } from './EmptyState.tsx';
import { FileList } from './FileList.tsx';
import { Header } from './Header.tsx';
import { ListEnd } from './ListEnd.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import styles from './Pane.module.css';
import { Progress } from './Progress.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SignedOut } from './SignedOut.tsx';
import { Skeleton } from './Skeleton.tsx';
import { SortButton } from './SortChoice.tsx';
import { SortNotice } from './SortNotice.tsx';
import { TroubleMessage } from './TroubleMessage.tsx';
import { useLazy } from './useLazy.ts';
import { ViewTabs } from './ViewTabs.tsx';

export function Pane() {
  const { session } = useSurroundings();
  const state = useSyncExternalStore(session.subscribe, session.get);
  const main = useRef<HTMLElement>(null);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const settings = useLazy(settingsOpen, loadSettings);
  const { me, busy, trouble, notice } = state;
  const opening = busy?.work === 'loading' && me === null;
  const noDrive = noDriveOf(state);
  useFocusKept(main, `${notice?.kind} ${trouble?.problem.code} ${settingsOpen}`);
  return (
    <div className={styles.pane}>
      <Header state={state} onSettings={() => setSettingsOpen(true)} />
      {/* Always in the page: a live region that appears together with its text is not read out. */}
      <div role="alert">
        {trouble && !noDrive && <TroubleMessage trouble={trouble} fillsPane={me === null} />}
      </div>
      <div role="status" className={styles.status}>
        {notice && <NoticeBar notice={notice} />}
        {busy && <Progress key={busy.work} busy={busy} />}
      </div>
      <main ref={main} tabIndex={-1} className={styles.main} aria-busy={busy !== null}>
        {opening && <Skeleton />}
        {me === null && !opening && <SignedOut invites={trouble === null} reasons={asksToSignIn(state)} />}
        {me !== null && settingsOpen && settings && (
          <settings.Settings state={state} onClose={() => setSettingsOpen(false)} />
        )}
        {me !== null && !settingsOpen && <Files state={state} />}
      </main>
      {me !== null && !settingsOpen && !noDrive && (state.files?.length || state.selected.length > 0) ? (
        <SelectionBar state={state} />
      ) : null}
    </div>
  );
}

/** No OneDrive, and no list from before that could stay. */
function noDriveOf({ trouble, files }: PaneState): Trouble | undefined {
  return trouble?.problem.code === 'no_drive' && !files?.length ? trouble : undefined;
}

/** What signing in gives is worth saying only to whom signing in would help. */
function asksToSignIn({ trouble }: PaneState): boolean {
  return trouble === null || problemRow(trouble.problem.code).action === 'sign-in';
}

const loadSettings = () => import(/* webpackChunkName: "settings" */ './Settings.tsx');
const loadWelcome = () => import(/* webpackChunkName: "welcome" */ './Welcome.tsx');

function Files({ state }: { readonly state: PaneState }) {
  const focusWasHereRef = useRef(false);
  const { place, wanted, query, files, nextCursor, incomplete, sortInForce, busy, preferences } = state;
  const more = nextCursor !== null;
  const isEmpty = files?.length === 0 && !more && !incomplete;
  const noDrive = noDriveOf(state);
  // What the user has chosen shows at once, although the list changes only when the next one is there.
  const next = (busy && wanted) || place;
  const newHere = state.preferencesKnown && !preferences.welcomed && !noDrive;
  const welcome = useLazy(newHere, loadWelcome);
  if (noDrive) return <EmptyState place={place} trouble={noDrive} focusWasHereRef={focusWasHereRef} />;
  return (
    <>
      {newHere && welcome && <welcome.Welcome />}
      {tabs.length > 1 && <ViewTabs view={next.view} />}
      {canSearch(place) && (
        <div className={styles.find}>
          <SearchBox search={wanted?.search || next.search} />
          {canSort(place) && <SortButton by={preferences.sortBy} descending={preferences.sortDescending} />}
        </div>
      )}
      {next.folders.length > 0 && <Breadcrumb folders={next.folders} />}
      {files === null && busy !== null && <Skeleton />}
      {isEmpty && <EmptyState place={place} focusWasHereRef={focusWasHereRef} />}
      {files !== null && files.length > 0 && (
        <>
          {sortInForce !== undefined && <SortNotice sort={sortInForce} />}
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
      {files !== null && !isEmpty && (
        <ListEnd
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
