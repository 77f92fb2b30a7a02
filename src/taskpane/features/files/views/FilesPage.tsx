import { useRef, useSyncExternalStore } from 'react';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useLazy } from '../../../ui/useLazy.ts';
import { canOpenFolders, canSearch, canSort, tabs } from '../place.ts';
import { useFiles } from './context.tsx';
import { FileList } from './FileList.tsx';
import styles from './FilesPage.module.css';
import { SearchBox } from './SearchBox.tsx';
import { SortButton } from './SortChoice.tsx';
import { ViewTabs } from './ViewTabs.tsx';

const loadLater = () => import(/* webpackChunkName: "later" */ './laterParts.ts');

/** Tabs, search, and the list of the place that was chosen. */
export function FilesPage() {
  const { files, context } = useFiles();
  const state = useSyncExternalStore(files.subscribe, files.get);
  const { busy, error } = useSyncExternalStore(context.frame.subscribe, context.frame.get);
  const { values } = useSyncExternalStore(context.preferences.subscribe, context.preferences.get);
  const later = useLazy(true, loadLater);
  const focusWasHereRef = useRef(false);
  const { place, wanted, query, files: items, nextCursor, incomplete, sortInForce } = state;
  const more = nextCursor !== null;
  const isEmpty = items?.length === 0 && !more && !incomplete;
  // What the user has chosen shows at once, although the list changes only when the next one has arrived.
  const next = (busy && wanted) || place;
  if (error?.problem.code === 'no_drive' && !items?.length) {
    return later && <later.EmptyState place={place} error={error} focusWasHereRef={focusWasHereRef} />;
  }
  return (
    <>
      {tabs.length > 1 && <ViewTabs view={next.view} />}
      {canSearch(place) && (
        <div className={styles.find}>
          <SearchBox search={wanted?.search || next.search} />
          {canSort(place) && <SortButton by={values.sortBy} descending={values.sortDescending} />}
        </div>
      )}
      {later && place.folders.length > 0 && <later.Breadcrumb folders={place.folders} />}
      {items === null && busy !== null && <Skeleton />}
      {later && isEmpty && <later.EmptyState place={place} focusWasHereRef={focusWasHereRef} />}
      {items !== null && items.length > 0 && (
        <>
          {later && sortInForce !== undefined && <later.SortNotice sort={sortInForce} />}
          <FileList
            key={JSON.stringify(query)}
            files={items}
            selected={state.selected}
            canOpen={canOpenFolders(place)}
            more={more || incomplete}
            focusWasHereRef={focusWasHereRef}
          />
        </>
      )}
      {later && items !== null && !isEmpty && (
        <later.ListEnd
          key={`end ${JSON.stringify(query)}`}
          place={place}
          count={items.length}
          more={more}
          incomplete={incomplete}
          busy={busy !== null}
        />
      )}
    </>
  );
}
