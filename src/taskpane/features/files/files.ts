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
  toggled,
  unlisted,
  withFiles,
  withPage,
  type FilesState,
} from './filesState.ts';
import { fileQuery, home, inFolder, isSameQuery, parentOf, type Folder, type Place } from './place.ts';
import { fileRows } from './rows.ts';
import { filesTexts } from './strings.ts';

/** What the user can do with the file list. No call rejects. */
export interface Files extends Store<FilesState>, Required<Pick<Part, 'open' | 'forget'>> {
  /** Shows another place once its list has arrived; until then, and when it cannot be read, the last list stays. */
  readonly go: (place: Place) => Promise<void>;
  readonly openFolder: (folder: Folder) => Promise<void>;
  /** Leaves the open folder for the place from which it was opened. */
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

  // `wanted` lasts while its list is being read, and while the message says that it could not be read.
  frame.subscribe(() => {
    if (!frame.get().error && !browsing && get().wanted) update({ wanted: null });
  });
  // Other preferences can mean another list.
  preferences.subscribe(() => {
    const { place, wanted, query, files } = get();
    if (
      frame.get().me &&
      files?.length &&
      query &&
      !isSameQuery(fileQuery(place, preferences.get().values), query)
    )
      void browse(wanted ?? place);
  });

  async function open(api: Api): Promise<(samePerson: boolean) => void> {
    const query = queryOf(home);
    const page = await filesOrNone(api, query);
    return (samePerson) => {
      const none = isProblem(page);
      update({
        place: home,
        query,
        wanted: null,
        ...(none ? unlisted([]) : withPage([], page, query)),
        // Never keep the selection of another person: their links would go into the document.
        ...(samePerson && !none ? {} : nothingSelected),
      });
      if (none) showError(page, (trigger) => browse(home, trigger));
    };
  }

  /** A user without a OneDrive is signed in, too: the list shows why it is empty. */
  async function filesOrNone(api: Api, query: FileQuery): Promise<FilePage | ProblemError> {
    try {
      return await readFiles(api, null, query);
    } catch (error) {
      if (isProblem(error) && error.code === 'no_drive') return error;
      throw error;
    }
  }

  /** Replaces the list only when the next one has arrived: what cannot be read takes nothing off the screen. */
  function browse(place: Place, trigger: Trigger = 'action'): Promise<void> {
    const query = queryOf(place);
    return run({
      label: (strings) => strings.with(filesTexts).t('loadingFiles'),
      trigger,
      interrupts: true,
      async work({ call }) {
        const mine = (browsing = {});
        update({ wanted: place });
        try {
          const page = await call((api) => readFiles(api, null, query));
          update({ place, query, wanted: null, ...withPage([], page, query) });
        } finally {
          if (browsing === mine) browsing = null;
        }
      },
      retry: (by, { code }) => browse(code === 'not_found' ? stillThere(place) : place, by),
    });
  }

  /** Returns where to go when a place no longer exists: the list before it, or the folder around that. */
  function stillThere(gone: Place): Place {
    const { place } = get();
    return isSameQuery(queryOf(gone), queryOf(place)) ? parentOf(place) : place;
  }

  function go(place: Place): Promise<void> {
    return frame.get().me === null ? Promise.resolve() : browse(place);
  }

  /** Returns null where Graph does not accept the cursor any more. */
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
    openFolder: (folder) => go(inFolder(get().place, folder)),
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
    toggle: (id) => update(toggled(get(), id)),
    select: (files) => update(withFiles(get(), files)),
    clearSelection: () => update(nothingSelected),
  };
}

const insertedKeys = { files: 'inserted', folders: 'insertedFolders', items: 'insertedItems' } as const;
