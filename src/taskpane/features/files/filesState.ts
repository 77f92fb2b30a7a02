import type { FileItem, FilePage, FileQuery, FileView, Preferences } from '../../../contract/api.ts';
import { routes } from '../../../contract/api.ts';

export interface Folder {
  readonly id: string;
  readonly name: string;
  /** Id of the drive that contains it. Absent: the user's own. */
  readonly drive?: string;
}

/** A place in OneDrive that the list can show. */
export interface Place {
  readonly view: FileView;
  /** Path from the root to the open folder; empty: the root. Only in the view `files`. */
  readonly folders: readonly Folder[];
  /** Search text for the whole drive; empty: no search. */
  readonly search: string;
  /** The search in which the first of `folders` was opened. */
  readonly from?: Place;
}

/** The route that fills the list. Returns a FilePage. */
export const listRoute: string = routes.files;

/** The views to choose from. With a single view, there are no tabs. */
export const tabs: readonly FileView[] = ['files', 'recent', 'shared'];

/** What the list offers in its first view. A list from another source than OneDrive may offer less. */
export const listOffers = { folders: true, search: true, sort: true };

export const home: Place = { view: 'files', folders: [], search: '' };

export function fileQuery({ view, folders, search }: Place, preferences: Preferences): FileQuery {
  const { pageSize: top, sortBy: by, sortDescending: descending } = preferences;
  const { id: folder = null, drive } = folders.at(-1) ?? {};
  return {
    view,
    folder,
    ...(drive === undefined ? {} : { drive }),
    search,
    // Recent and shared files have a fixed order.
    sort: canSort({ view }) ? { by, descending } : null,
    top,
  };
}

/** Returns the place inside a folder. From a search, it is below the root, because the search doesn't know its path. */
export function enterFolder(place: Place, folder: Folder): Place {
  if (place.search !== '') return { ...home, folders: [folder], from: place };
  return { ...place, folders: [...place.folders, folder] };
}

/** Returns where Back leads: one folder up, or to the search in which the folder was found. */
export function parentOf(place: Place): Place {
  const { folders, from } = place;
  if (folders.length <= 1) return from ?? { ...home, view: place.view };
  return { ...place, folders: folders.slice(0, -1) };
}

/** Returns the folder that the item opens: for a shortcut, its target. Null: the item can't be opened in the list. */
export function openableFolder({ id, name, kind, opens }: FileItem): Folder | null {
  if (kind !== 'folder' || opens === null) return null;
  return opens ? { id: opens.folder, name, drive: opens.drive } : { id, name };
}

/** Returns whether folders of this place can be opened. With Files.Read, shared folders can't. */
export function canOpenFolders({ view }: Place): boolean {
  return listOffers.folders && view === 'files';
}

export function canSearch({ view }: Place): boolean {
  return listOffers.search && view === 'files';
}

export function canSort({ view }: Pick<Place, 'view'>): boolean {
  return listOffers.sort && view === 'files';
}

export function isSameQuery(one: FileQuery, other: FileQuery): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The state of the file list. */
export interface FilesState {
  readonly place: Place;
  /** The query of the loaded list, from which the preferences may differ. Null: nothing is loaded yet. */
  readonly query: FileQuery | null;
  /** The place that is loading, or that failed to load. */
  readonly requestedPlace: Place | null;
  /** Null: not loaded yet. */
  readonly files: readonly FileItem[] | null;
  readonly nextCursor: string | null;
  /** Whether there are more files that Graph doesn't return. */
  readonly incomplete: boolean;
  /** The order of the list if it differs from the requested one; null: unspecified. Undefined: as requested. */
  readonly effectiveSort: FileQuery['sort'] | undefined;
  /** Ids in the order of selection. They can be from several folders. */
  readonly selected: readonly string[];
  /** The selected files by id, because the list may show another folder now. */
  readonly selectedById: ReadonlyMap<string, FileItem>;
}

export const initialState: FilesState = {
  place: home,
  query: null,
  requestedPlace: null,
  files: null,
  nextCursor: null,
  incomplete: false,
  effectiveSort: undefined,
  selected: [],
  selectedById: new Map(),
};

/** Returns the selected files in the order of selection. */
export function selectedFiles({ selectedById, selected }: FilesState): FileItem[] {
  return selected.map((id) => selectedById.get(id)).filter((file) => file !== undefined);
}

type ItemKind = 'files' | 'folders' | 'items';

/** Returns the noun for the items: `items` if they are both files and folders. */
export function itemKind(items: readonly FileItem[]): ItemKind {
  const folders = items.filter(({ kind }) => kind === 'folder').length;
  if (folders === 0) return 'files';
  return folders === items.length ? 'folders' : 'items';
}

type Selection = Pick<FilesState, 'selected' | 'selectedById'>;

export const nothingSelected: Selection = { selected: [], selectedById: new Map() };

/** Returns the selection with the file added or removed. */
export function withToggled({ files, selected, selectedById }: FilesState, id: string): Selection {
  if (selected.includes(id)) {
    const others = new Map(selectedById);
    others.delete(id);
    return { selected: selected.filter((other) => other !== id), selectedById: others };
  }
  const file = files?.find((listed) => listed.id === id);
  return file ? withSelected({ selected, selectedById }, [file]) : { selected, selectedById };
}

/** Returns the selection with the files added. */
export function withSelected({ selected, selectedById }: Selection, files: readonly FileItem[]): Selection {
  const added = files.filter(({ id }) => !selectedById.has(id));
  return {
    selected: [...selected, ...added.map(({ id }) => id)],
    selectedById: new Map([...selectedById, ...added.map((file) => [file.id, file] as const)]),
  };
}

type Listed = Pick<FilesState, 'files' | 'nextCursor' | 'incomplete' | 'effectiveSort'>;

/** Returns the state for no list (null) or an empty one. */
export function emptyList(files: [] | null): Listed {
  return { files, nextCursor: null, incomplete: false, effectiveSort: undefined };
}

/**
 * Returns the list with another page. Skips files that are already listed, which happens when the drive changes between
 * two pages. If a page has only such files, ends the list and marks it incomplete.
 * @param files the previous pages; empty: this is the first
 * @param query the query of the list
 */
export function withPage(
  files: readonly FileItem[],
  { items, nextCursor, incomplete, sort }: FilePage,
  query: FileQuery,
): Listed {
  const byId = new Map(files.map((file) => [file.id, file] as const));
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  const isStuck = nextCursor !== null && items.length > 0 && byId.size === files.length;
  return {
    files: foldersFirst([...byId.values()], sort === undefined ? query : { ...query, sort }),
    nextCursor: isStuck ? null : nextCursor,
    incomplete: isStuck || incomplete === true,
    effectiveSort: sort,
  };
}

/**
 * Returns the files with folders first, each group in the order of the server. Only for a folder that is sorted by name:
 * with any other order, and in a search, the user expects one sequence.
 */
export function foldersFirst(files: readonly FileItem[], { search, sort }: FileQuery): readonly FileItem[] {
  if (sort?.by !== 'name' || search !== '') return files;
  const isFolder = ({ kind }: FileItem) => kind === 'folder';
  return [...files.filter(isFolder), ...files.filter((file) => !isFolder(file))];
}
