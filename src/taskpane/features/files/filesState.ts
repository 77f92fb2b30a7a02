import type { FileItem, FilePage, FileQuery } from '../../../contract/api.ts';
import { foldersFirst } from './foldersFirst.ts';
import { home, type Place } from './place.ts';

/** What the file list shows. */
export interface FilesState {
  readonly place: Place;
  /** The query of the list: the preferences can have changed since. Null: nothing was read yet. */
  readonly query: FileQuery | null;
  /** The place that is being read, or that could not be read. */
  readonly wanted: Place | null;
  /** Null: not loaded yet. */
  readonly files: readonly FileItem[] | null;
  readonly nextCursor: string | null;
  /** There are more files than Graph gives a way to. */
  readonly incomplete: boolean;
  /** The order in force, where it is not the requested one; null: none in particular. Undefined: as requested. */
  readonly sortInForce: FileQuery['sort'] | undefined;
  /** Ids, in the order in which they were chosen; they may be in several folders. */
  readonly selected: readonly string[];
  /** The chosen files by id, because the list may show another folder by now. */
  readonly picked: ReadonlyMap<string, FileItem>;
}

export const initialState: FilesState = {
  place: home,
  query: null,
  wanted: null,
  files: null,
  nextCursor: null,
  incomplete: false,
  sortInForce: undefined,
  selected: [],
  picked: new Map(),
};

/** The chosen files, in the order in which they were chosen. */
export function selectedFiles({ picked, selected }: FilesState): FileItem[] {
  return selected.map((id) => picked.get(id)).filter((file) => file !== undefined);
}

export type ItemKind = 'files' | 'folders' | 'items';

/** Returns the word for them: items where files and folders are mixed. */
export function itemKind(items: readonly FileItem[]): ItemKind {
  const folders = items.filter(({ kind }) => kind === 'folder').length;
  if (folders === 0) return 'files';
  return folders === items.length ? 'folders' : 'items';
}

type Selection = Pick<FilesState, 'selected' | 'picked'>;

export const nothingSelected: Selection = { selected: [], picked: new Map() };

/** Selects the file, or deselects it. */
export function toggled({ files, selected, picked }: FilesState, id: string): Selection {
  if (selected.includes(id)) {
    const others = new Map(picked);
    others.delete(id);
    return { selected: selected.filter((other) => other !== id), picked: others };
  }
  const file = files?.find((listed) => listed.id === id);
  return file ? withFiles({ selected, picked }, [file]) : { selected, picked };
}

/** Adds the files to the selection. */
export function withFiles({ selected, picked }: Selection, files: readonly FileItem[]): Selection {
  const added = files.filter(({ id }) => !picked.has(id));
  return {
    selected: [...selected, ...added.map(({ id }) => id)],
    picked: new Map([...picked, ...added.map((file) => [file.id, file] as const)]),
  };
}

type Listed = Pick<FilesState, 'files' | 'nextCursor' | 'incomplete' | 'sortInForce'>;

/** Returns an empty list, or none. */
export function unlisted(files: [] | null): Listed {
  return { files, nextCursor: null, incomplete: false, sortInForce: undefined };
}

/**
 * Returns the list with another page. A file that is listed already, because the drive has changed since, is not listed
 * twice. A page with only such files makes no progress: the list ends there, incomplete.
 * @param files the pages before; empty: this is the first
 * @param query of the list
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
    sortInForce: sort,
  };
}
