import type { FileItem, FilePage, FileQuery } from '../../../contract/api.ts';
import { isProblem, type ProblemError } from '../../../contract/problem.ts';
import type { Api } from '../../api/client.ts';
import type { Trigger } from '../../auth/tokenManager.ts';
import { createStore, type Store } from '../../store.ts';
import type { FeatureContext, Part } from '../feature.ts';
import { readFiles } from './filesApi.ts';
import {
  initialState,
  itemKind,
  nothingSelected,
  selectedFiles,
  withToggled,
  emptyList,
  withSelected,
  withPage,
  type FilesState,
} from './filesState.ts';
import { fileQuery, home, enterFolder, isSameQuery, parentOf, type Folder, type Place } from './place.ts';
import { fileRows } from './rows.ts';
import { filesTexts } from './strings.ts';

/** The actions of the file list. No call rejects. */
export interface Files extends Store<FilesState>, Required<Pick<Part, 'open' | 'forget'>> {
  /** Shows another place once its list has loaded. Until then, and if it fails to load, keeps the current list. */
  readonly go: (place: Place) => Promise<void>;
  readonly openFolder: (folder: Folder) => Promise<void>;
  /** Goes to the place from which the open folder was opened. */
  readonly back: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  readonly insert: () => Promise<void>;
  readonly toggle: (id: string) => void;
  /** Adds the files to the selection. */
  readonly select: (files: readonly FileItem[]) => void;
  readonly clearSelection: () => void;
}

export type FilesContext = Pick<FeatureContext, 'frame' | 'preferences' | 'run' | 'showError' | 'insert'>;

export function createFiles({ frame, preferences, run, showError, insert }: FilesContext): Files {
  const { get, subscribe, update } = createStore<FilesState>(initialState);
  const queryOf = (place: Place) => fileQuery(place, preferences.get().values);

  let browsing: object | null = null;

  // Keep `requestedPlace` while its list loads and while its error is shown.
  frame.subscribe(() => {
    if (!frame.get().error && !browsing && get().requestedPlace) update({ requestedPlace: null });
  });
  // Reload if the preferences now lead to another query.
  preferences.subscribe(() => {
    const { place, requestedPlace, query, files } = get();
    if (
      frame.get().me &&
      files?.length &&
      query &&
      !isSameQuery(fileQuery(place, preferences.get().values), query)
    )
      void browse(requestedPlace ?? place);
  });

  async function open(api: Api): Promise<(isSameUser: boolean) => void> {
    const query = queryOf(home);
    const page = await readFilesOrProblem(api, query);
    return (isSameUser) => {
      const hasDrive = !isProblem(page);
      update({
        place: home,
        query,
        requestedPlace: null,
        ...(hasDrive ? withPage([], page, query) : emptyList([])),
        // Never keep the selection of another user, whose links would end up in the document.
        ...(isSameUser && hasDrive ? {} : nothingSelected),
      });
      if (!hasDrive) showError(page, (trigger) => browse(home, trigger));
    };
  }

  /** Returns the problem for a user without a OneDrive, who is signed in all the same. */
  async function readFilesOrProblem(api: Api, query: FileQuery): Promise<FilePage | ProblemError> {
    try {
      return await readFiles(api, null, query);
    } catch (error) {
      if (isProblem(error) && error.code === 'no_drive') return error;
      throw error;
    }
  }

  /** Replaces the list only when the new one has loaded, so that a failure doesn't clear the screen. */
  function browse(place: Place, trigger: Trigger = 'action'): Promise<void> {
    const query = queryOf(place);
    return run({
      label: (strings) => strings.with(filesTexts).t('loadingFiles'),
      trigger,
      interrupts: true,
      async work({ call }) {
        const token = (browsing = {});
        update({ requestedPlace: place });
        try {
          const page = await call((api) => readFiles(api, null, query));
          update({ place, query, requestedPlace: null, ...withPage([], page, query) });
        } finally {
          if (browsing === token) browsing = null;
        }
      },
      retry: (by, { code }) => browse(code === 'not_found' ? nearestPlace(place) : place, by),
    });
  }

  /** Returns where to go when a place no longer exists: the current list, or its parent. */
  function nearestPlace(gone: Place): Place {
    const { place } = get();
    return isSameQuery(queryOf(gone), queryOf(place)) ? parentOf(place) : place;
  }

  function go(place: Place): Promise<void> {
    return frame.get().me === null ? Promise.resolve() : browse(place);
  }

  /** Returns null if Graph no longer accepts the cursor. */
  async function nextPage(api: Api, cursor: string, query: FileQuery): Promise<FilePage | null> {
    try {
      return await readFiles(api, cursor, query);
    } catch (error) {
      if (isProblem(error) && error.code === 'request_invalid') return null;
      throw error;
    }
  }

  function loadMore(trigger: Trigger = 'action'): Promise<void> {
    const { nextCursor, query } = get();
    if (nextCursor === null || query === null) return Promise.resolve();
    return run({
      label: (strings) => strings.with(filesTexts).t('loadingMore'),
      trigger,
      async work({ call }) {
        const page = await call((api) => nextPage(api, nextCursor, query));
        const files = get().files ?? [];
        update(page ? withPage(files, page, query) : { nextCursor: null, incomplete: true });
      },
      retry: loadMore,
    });
  }

  return {
    get,
    subscribe,
    open,
    forget: () => update(initialState),
    go,
    openFolder: (folder) => go(enterFolder(get().place, folder)),
    back: () => go(parentOf(get().place)),
    loadMore: () => loadMore(),
    insert() {
      const files = selectedFiles(get());
      const count = files.length;
      const kind = insertedKeys[itemKind(files)];
      return insert({
        content: (strings) => fileRows(files, strings.with(filesTexts)),
        inserted: (strings) => strings.with(filesTexts).t(kind, { count }),
        onInserted: () => update(nothingSelected),
      });
    },
    toggle: (id) => update(withToggled(get(), id)),
    select: (files) => update(withSelected(get(), files)),
    clearSelection: () => update(nothingSelected),
  };
}

const insertedKeys = { files: 'inserted', folders: 'insertedFolders', items: 'insertedItems' } as const;
