import type { FileItem, FileQuery, FileView } from '../../../contract/api.ts';
import type { Preferences } from '../../../contract/preferences.ts';

export interface Folder {
  readonly id: string;
  readonly name: string;
  /** Id of the drive that contains it, where that is not the user's own. */
  readonly drive?: string;
}

/** What the list shows. */
export interface Place {
  readonly view: FileView;
  /** From the root down to the open one; empty: the root. Only in `files`. */
  readonly folders: readonly Folder[];
  /** What is searched for in the whole drive; empty: nothing. */
  readonly search: string;
  /** The search from which the first of `folders` was opened. */
  readonly from?: Place;
}

/** The views to choose from; of one alone, no tab is shown. */
export const tabs: readonly FileView[] = ['files', 'recent', 'shared'];

/** What the list can do in its first view. One that comes from elsewhere than OneDrive offers what its source can. */
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
    // Recent and shared files come in an order of their own.
    sort: canSort({ view }) ? { by, descending } : null,
    top,
  };
}

/** The folder within this place; out of a search it opens below the root, because its path is not known. */
export function inFolder(place: Place, folder: Folder): Place {
  if (place.search !== '') return { ...home, folders: [folder], from: place };
  return { ...place, folders: [...place.folders, folder] };
}

/** Where Back leads: one folder up, or to the search in which the folder was found. */
export function parentOf(place: Place): Place {
  const { folders, from } = place;
  if (folders.length <= 1) return from ?? { ...home, view: place.view };
  return { ...place, folders: folders.slice(0, -1) };
}

/** Returns the folder that an item opens as: that of its target when it is a shortcut. Null: it does not open here. */
export function folderOf({ id, name, kind, opens }: FileItem): Folder | null {
  if (kind !== 'folder' || opens === null) return null;
  return opens ? { id: opens.folder, name, drive: opens.drive } : { id, name };
}

/** Whether folders of this place can be opened: what others share can only be linked to (Files.Read). */
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
