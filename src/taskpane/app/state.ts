import type { FileItem, FilePage, FileQuery, Me } from '../../contract/api.ts';
import type { Reaction } from '../../contract/catalogue.ts';
import { defaultPreferences, type Preferences } from '../../contract/preferences.ts';
import type { ProblemError } from '../../contract/problem.ts';
import type { InsertResult, Undo } from '../documents/insertJob.ts';
import { foldersFirst } from '../features/files/foldersFirst.ts';
import { home, type Place } from '../features/files/place.ts';

/** What takes time at the moment. */
export type Work = 'loading' | 'browsing' | 'loading-more' | 'inserting' | 'undoing';

export interface Busy {
  readonly work: Work;
  /** What it waits for: nothing to say, the user in the sign-in window, or the end of a countdown. */
  readonly stage: 'working' | 'signing-in' | 'dialog-open' | 'waiting';
  /** Milliseconds since 1970 at which the countdown ends; only with `waiting`. */
  readonly until?: number;
  /** Files that are written, of how many; only while inserting. */
  readonly done?: number;
  readonly total?: number;
}

/** What the pane tells the user by itself, without anything being wrong. */
export type Notice =
  | {
      readonly kind: 'inserted';
      readonly what: ItemKind;
      readonly result: InsertResult;
      readonly undo: Undo | null;
    }
  /** Cancelled or failed while writing: so many files stand in the document. */
  | {
      readonly kind: 'insert-stopped';
      readonly done: number;
      readonly total: number;
      readonly undo: Undo | null;
    }
  | { readonly kind: 'undone' }
  /** The user has changed or removed what was inserted. */
  | { readonly kind: 'undo-failed' }
  | { readonly kind: 'account-changed'; readonly name: string };

export interface PaneError {
  readonly problem: ProblemError;
  /** What was being done: the action of the message goes on with exactly that. */
  readonly during: Work;
  /** The catalogue's, for how it was met: at launch, or on a click. */
  readonly reaction: Reaction;
  /** Another source of tokens is left to try. */
  readonly otherWay: boolean;
}

/** All that the views show. Kept outside of React, because office.js can throw the pane's elements away. */
export interface PaneState {
  readonly me: Me | null;
  /** An object URL; null: no photo (yet). */
  readonly photo: string | null;
  /** What the list shows. */
  readonly place: Place;
  /** With which the list was read: the preferences can have changed since. Null: nothing was read yet. */
  readonly query: FileQuery | null;
  /** What is being read in place of the list, or could not be read: to try again means this place. */
  readonly wanted: Place | null;
  /** Null: not loaded yet. */
  readonly files: readonly FileItem[] | null;
  readonly nextCursor: string | null;
  /** There are more files than Graph gives a way to. */
  readonly incomplete: boolean;
  /** The order in force, where it is not the one asked for; null: none in particular. Undefined: as asked for. */
  readonly sortInForce: FileQuery['sort'] | undefined;
  /** Ids, in the order in which they were chosen; they may lie in several folders. */
  readonly selected: readonly string[];
  /** The chosen files by id, because the list may have gone on to another folder. */
  readonly picked: ReadonlyMap<string, FileItem>;
  readonly preferences: Preferences;
  /** Whether they are the user's own; else the defaults hold. */
  readonly preferencesKnown: boolean;
  readonly saving: Saving;
  readonly busy: Busy | null;
  readonly trouble: PaneError | null;
  readonly notice: Notice | null;
  readonly canSignOut: boolean;
}

/** How far the last change of the preferences has come. */
export type Saving = 'idle' | 'saving' | 'saved' | 'deleted' | 'failed';

export const initialState: PaneState = {
  me: null,
  photo: null,
  place: home,
  query: null,
  wanted: null,
  files: null,
  nextCursor: null,
  incomplete: false,
  sortInForce: undefined,
  selected: [],
  picked: new Map(),
  preferences: defaultPreferences,
  preferencesKnown: false,
  saving: 'idle',
  busy: null,
  trouble: null,
  notice: null,
  canSignOut: false,
};

/** The chosen files, in the order in which they were chosen. */
export function selectedFiles({ picked, selected }: PaneState): FileItem[] {
  return selected.map((id) => picked.get(id)).filter((file) => file !== undefined);
}

export type ItemKind = 'files' | 'folders' | 'items';

/** What to call them together: items where files and folders are mixed. */
export function itemKind(items: readonly FileItem[]): ItemKind {
  const folders = items.filter(({ kind }) => kind === 'folder').length;
  if (folders === 0) return 'files';
  return folders === items.length ? 'folders' : 'items';
}

type Selection = Pick<PaneState, 'selected' | 'picked'>;

export const nothingSelected: Selection = { selected: [], picked: new Map() };

/** Takes the file in, or out again. */
export function toggled({ files, selected, picked }: PaneState, id: string): Selection {
  if (selected.includes(id)) {
    const others = new Map(picked);
    others.delete(id);
    return { selected: selected.filter((other) => other !== id), picked: others };
  }
  const file = files?.find((listed) => listed.id === id);
  return file ? withFiles({ selected, picked }, [file]) : { selected, picked };
}

/** Takes them all in, behind those that are chosen already. */
export function withFiles({ selected, picked }: Selection, files: readonly FileItem[]): Selection {
  const added = files.filter(({ id }) => !picked.has(id));
  return {
    selected: [...selected, ...added.map(({ id }) => id)],
    picked: new Map([...picked, ...added.map((file) => [file.id, file] as const)]),
  };
}

type Listed = Pick<PaneState, 'files' | 'nextCursor' | 'incomplete' | 'sortInForce'>;

/** No list, or the files of no list. */
export function unlisted(files: [] | null): Listed {
  return { files, nextCursor: null, incomplete: false, sortInForce: undefined };
}

/**
 * Returns the list with another page. A file that is there already, because the drive has changed since, is not listed
 * twice. A page that has only such files makes no progress: the list ends there, incomplete.
 * @param files the pages before; empty: this is the first
 * @param query with which the list is read
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

export function isSamePerson(one: Me, other: Me): boolean {
  return one.id === other.id && one.tenantId === other.tenantId;
}
