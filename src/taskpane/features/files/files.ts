import { createContext, useContext } from 'react';
import {
  sortKeys,
  sortParameter,
  type FileItem,
  type FilePage,
  type FileQuery,
  type SortKey,
} from '../../../contract/api.ts';
import { isProblem, type ProblemError } from '../../../contract/problem.ts';
import type { Api } from '../../api/client.ts';
import type { Trigger } from '../../auth/token.ts';
import type { InsertContent } from '../../documents/index.ts';
import { createStore, type Store } from '../../preferences.ts';
import type { SharedTexts, Strings, TextSource } from '../../strings/index.ts';
import { useTexts } from '../../ui/hooks.ts';
import type { FeatureContext, Part } from '../feature.ts';
import {
  emptyList,
  initialState,
  itemKind,
  nothingSelected,
  selectedFiles,
  withPage,
  withSelected,
  withToggled,
  type FilesState,
  enterFolder,
  fileQuery,
  home,
  isSameQuery,
  listRoute,
  parentOf,
  type Folder,
  type Place,
} from './filesState.ts';
import { english } from './strings/en.ts';

export type FilesTexts = typeof english;

export const filesTexts: TextSource<FilesTexts> = {
  english,
  load: (language) => import(/* webpackChunkName: "strings-[request]" */ `./strings/${language}.ts`),
};

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

type FilesContext = Pick<FeatureContext, 'frame' | 'preferences' | 'run' | 'showError' | 'insert'>;

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

/** Reads a page of files. @param cursor from the previous page of the same query; null: the first page */
export function readFiles(api: Api, cursor: string | null, query: FileQuery): Promise<FilePage> {
  return api.get<FilePage>(`${listRoute}?${parametersOf(cursor, query)}`, (body) =>
    Array.isArray(body['items']),
  );
}

function parametersOf(cursor: string | null, { view, folder, drive, search, sort, top }: FileQuery): string {
  const given: Record<string, string> = {
    view,
    folder: folder ?? '',
    drive: drive ?? '',
    search,
    sort: sort ? sortParameter(sort) : '',
    top: String(top),
    cursor: cursor ?? '',
  };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
}

/** Returns the files as rows for a document: linked name, date of change, size. */
function fileRows(
  files: readonly FileItem[],
  { t, moment, size }: Strings<SharedTexts & FilesTexts>,
): InsertContent {
  return {
    header: [t('name'), t('changed'), t('size')],
    rows: files.map((file) => ({
      title: file.name,
      link: file.webUrl,
      cells: [
        { text: moment(file.lastModified), date: file.lastModified },
        { text: size(file.size), bytes: file.size },
      ],
    })),
  };
}

interface FilesViewContext {
  readonly files: Files;
  readonly context: FeatureContext;
}

const Context = createContext<FilesViewContext | null>(null);

export const FilesProvider = Context.Provider;

/** Returns the file list, the feature context, and the texts. */
export function useFiles() {
  const found = useContext(Context);
  if (!found) throw new Error('A view of the file list was rendered outside FilesProvider.');
  return { ...found, strings: useTexts(filesTexts) };
}

type Order = SortKey | `${SortKey}_down`;

const orders: readonly Order[] = [
  'name',
  'name_down',
  'lastModified_down',
  'lastModified',
  'size_down',
  'size',
];

export interface SortOrder {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** Returns the value, the options and the handler of a Choice for the order. */
export function useSortOrders({ by, descending }: SortOrder) {
  const { context, strings } = useFiles();
  const value: Order = descending ? `${by}_down` : by;
  return {
    value,
    options: orders.map((order) => [order, strings.t(`sort_${order}`)] as const),
    onChange(order: Order): void {
      const sortBy = sortKeys.find((key) => order.startsWith(key)) ?? 'name';
      context.preferences.change({ sortBy, sortDescending: order.endsWith('_down') });
    },
  };
}
