import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { MAX_SEARCH_LENGTH, type FileView, type Preferences } from '../../../contract/api.ts';
import { formatFor, formatsOf } from '../../documents/index.ts';
import { Button, Choice, controlClass, Skeleton, SearchIcon, SortIcon } from '../../ui/controls.tsx';
import { useLazy } from '../../ui/hooks.ts';
import { FileList } from './FileList.tsx';
import { useFiles, useSortOrders, type SortOrder } from './files.ts';
import {
  canOpenFolders,
  canSearch,
  canSort,
  home,
  tabs,
  itemKind,
  selectedFiles,
  type FilesState,
} from './filesState.ts';
import styles from './files.module.css';

/** What the first page doesn't need. The chunk loads while the server responds. */
const loadDeferred = () => import(/* webpackChunkName: "later" */ './deferredViews.tsx');

/** The first page: tabs, search, and the list of the current place. */
export function FilesPage() {
  const { files, context } = useFiles();
  const state = useSyncExternalStore(files.subscribe, files.get);
  const { busy, error } = useSyncExternalStore(context.frame.subscribe, context.frame.get);
  const { values } = useSyncExternalStore(context.preferences.subscribe, context.preferences.get);
  const deferred = useLazy(true, loadDeferred);
  const hadFocusRef = useRef(false);
  const { place, requestedPlace, query, files: items, nextCursor, incomplete, effectiveSort } = state;
  const hasMore = nextCursor !== null;
  const isEmpty = items?.length === 0 && !hasMore && !incomplete;
  // Tabs and search show the requested place immediately; the list follows when it has loaded.
  const shownPlace = (busy && requestedPlace) || place;
  if (error?.problem.code === 'no_drive' && !items?.length) {
    return deferred && <deferred.EmptyState place={place} error={error} hadFocusRef={hadFocusRef} />;
  }
  return (
    <>
      {tabs.length > 1 && <ViewTabs view={shownPlace.view} />}
      {canSearch(place) && (
        <div className={styles.find}>
          <SearchBox search={requestedPlace?.search || shownPlace.search} />
          {canSort(place) && <SortButton by={values.sortBy} descending={values.sortDescending} />}
        </div>
      )}
      {deferred && place.folders.length > 0 && <deferred.Breadcrumb folders={place.folders} />}
      {items === null && busy !== null && <Skeleton />}
      {deferred && isEmpty && <deferred.EmptyState place={place} hadFocusRef={hadFocusRef} />}
      {items !== null && items.length > 0 && (
        <>
          {deferred && effectiveSort !== undefined && <deferred.SortNotice sort={effectiveSort} />}
          <FileList
            key={JSON.stringify(query)}
            files={items}
            selected={state.selected}
            canOpen={canOpenFolders(place)}
            hasMore={hasMore || incomplete}
            hadFocusRef={hadFocusRef}
          />
        </>
      )}
      {deferred && items !== null && !isEmpty && (
        <deferred.ListEnd
          key={`end ${JSON.stringify(query)}`}
          place={place}
          count={items.length}
          hasMore={hasMore}
          incomplete={incomplete}
          busy={busy !== null}
        />
      )}
    </>
  );
}

/**
 * Chooses the view. Uses navigation semantics, not ARIA tabs: each view is a list from the server, and `aria-selected` is
 * reserved for selected files.
 */
function ViewTabs({ view }: { readonly view: FileView }) {
  const { files, strings } = useFiles();
  return (
    <nav aria-label={strings.t('views')} className={styles.tabs}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          data-testid={`view-${each}`}
          className={styles.tab}
          onClick={() => void files.go({ ...home, view: each })}
        >
          {strings.t(`view_${each}`)}
        </button>
      ))}
    </nav>
  );
}

/** Searches after a pause in typing, because a search for every letter would be throttled. */
const PAUSE_MS = 500;

/** @param search text of the current or requested search, which also changes when the user opens a folder */
function SearchBox({ search }: { readonly search: string }) {
  const { files, strings } = useFiles();
  const [text, setText] = useState(search);
  const [shown, setShown] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (shown !== search) {
    setShown(search);
    // Keep a trailing space: the user may be about to type another word.
    if (text.trim() !== search) setText(search);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function searchFor(typed: string): void {
    clearTimeout(timer.current);
    const trimmed = typed.trim();
    const { place, requestedPlace } = files.get();
    if (trimmed !== (requestedPlace ?? place).search) void files.go({ ...home, search: trimmed });
  }

  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        searchFor(text);
      }}
    >
      <span className={styles.searchIcon} aria-hidden="true">
        <SearchIcon />
      </span>
      <input
        type="search"
        className={`${controlClass} ${styles.input}`}
        data-testid="search"
        aria-label={strings.t('search')}
        placeholder={strings.t('search')}
        maxLength={MAX_SEARCH_LENGTH}
        value={text}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setText('');
          searchFor('');
        }}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => searchFor(value), value === '' ? 0 : PAUSE_MS);
        }}
      />
    </form>
  );
}

/** For the search row, which has room only for an icon. */
function SortButton(order: SortOrder) {
  const { strings } = useFiles();
  const choice = useSortOrders(order);
  const name = `${strings.t('sortBy')}: ${strings.t(`sort_${choice.value}`)}`;
  return (
    <span className={styles.sort} title={name}>
      <SortIcon />
      <Choice className={styles.select} aria-label={strings.t('sortBy')} testId="sort" {...choice} />
    </span>
  );
}

/** The first-run card, until the user dismisses it. Hidden while there is a message. */
export function WelcomeCard() {
  const { context } = useFiles();
  const { error, notice } = useSyncExternalStore(context.frame.subscribe, context.frame.get);
  const { known, values } = useSyncExternalStore(context.preferences.subscribe, context.preferences.get);
  const isNew = known && !values.welcomed && !error && !notice;
  const welcome = useLazy(isNew, loadDeferred);
  return isNew && welcome ? <welcome.Welcome /> : null;
}

/** The selection bar, if there is something to select or insert. */
export function FilesDock() {
  const { files, context } = useFiles();
  const state = useSyncExternalStore(files.subscribe, files.get);
  const { busy } = useSyncExternalStore(context.frame.subscribe, context.frame.get);
  const { values } = useSyncExternalStore(context.preferences.subscribe, context.preferences.get);
  if (!state.files?.length && state.selected.length === 0) return null;
  return <SelectionBar state={state} busy={busy !== null} preferences={values} />;
}

const insertKeys = { files: 'insert', folders: 'insertFolders', items: 'insertItems' } as const;

interface Props {
  readonly state: FilesState;
  readonly busy: boolean;
  readonly preferences: Preferences;
}

/** Shows the number of selected files, with buttons to select, clear, and insert. */
export function SelectionBar({ state, busy, preferences }: Props) {
  const { files: actions, context, strings } = useFiles();
  const { application, canInsert } = context;
  const { selected, files } = state;
  const count = selected.length;
  const reasonId = useId();
  const readOnly = !canInsert();
  const format = formatFor(application, preferences.insertFormat[application]);
  return (
    <footer className={styles.bar}>
      {readOnly && (
        <p id={reasonId} className={styles.reason} data-testid="insert-reason" data-code="document_read_only">
          {strings.t('documentReadOnly')}
        </p>
      )}
      <div className={styles.line}>
        <span className={styles.count} aria-live="polite">
          {count === 0 ? strings.t('firstAction') : strings.t('selected', { count })}
        </span>
        <Button
          className={styles.command}
          data-testid="select-all"
          size="small"
          appearance="transparent"
          disabledFocusable={!files?.length}
          onClick={() => actions.select(files ?? [])}
        >
          {strings.t('selectAll')}
        </Button>
        {count > 0 && (
          <Button
            className={styles.command}
            data-testid="clear-selection"
            size="small"
            appearance="transparent"
            onClick={actions.clearSelection}
          >
            {strings.t('clearSelection')}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <label className={styles.format}>
          <span className={styles.label}>{strings.t('insertAs')}</span>
          <Choice
            testId="format"
            value={format}
            options={formatsOf[application].map((each) => [each, strings.t(`format_${each}`)])}
            onChange={(chosen) =>
              context.preferences.change({
                insertFormat: { ...preferences.insertFormat, [application]: chosen },
              })
            }
          />
        </label>
        <div className={styles.insert}>
          <Button
            data-testid="insert"
            appearance="primary"
            disabledFocusable={count === 0 || busy || readOnly}
            aria-describedby={readOnly ? reasonId : undefined}
            onClick={() => void actions.insert()}
          >
            {count === 0
              ? strings.t('insertNothing')
              : strings.t(insertKeys[itemKind(selectedFiles(state))], { count })}
          </Button>
        </div>
      </div>
    </footer>
  );
}
