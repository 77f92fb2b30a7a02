import type { Preferences } from '../../../contract/api.ts';
import { routes, type FileItem, type FileQuery, type FileView } from '../../../contract/api.ts';

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
