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

const loadDeferred = () => import(/* webpackChunkName: "later" */ './deferredViews.ts');

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
