import type { FileQuery, FileView } from '../../contract/api.ts';
import type { Preferences } from '../../contract/preferences.ts';

export interface Folder {
  readonly id: string;
  readonly name: string;
}

/** What the list shows. */
export interface Place {
  readonly view: FileView;
  /** From the root down to the open one; empty: the root. Only in `files`. */
  readonly folders: readonly Folder[];
  /** What is searched for in the whole drive; empty: nothing. */
  readonly search: string;
}

export const home: Place = { view: 'files', folders: [], search: '' };

export function fileQuery({ view, folders, search }: Place, preferences: Preferences): FileQuery {
  const { pageSize: top, sortBy: by, sortDescending: descending } = preferences;
  return {
    view,
    folder: folders.at(-1)?.id ?? null,
    search,
    // Recent and shared files come in an order of their own.
    sort: view === 'files' ? { by, descending } : null,
    top,
  };
}

/** The folder within this place; out of a search it opens below the root, because its path is not known. */
export function inFolder({ view, folders, search }: Place, folder: Folder): Place {
  return { view, folders: search === '' ? [...folders, folder] : [folder], search: '' };
}

/** Whether folders of this place can be opened: what others share can only be linked to (Files.Read). */
export function canOpenFolders({ view }: Place): boolean {
  return view === 'files';
}

export function isSameQuery(one: FileQuery, other: FileQuery): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
