import type { FileItem, Me } from '../../contract/api.ts';
import type { Reaction } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import type { InsertResult } from '../documents/insertJob.ts';

/** What takes time at the moment. */
export type Work = 'loading' | 'loading-more' | 'inserting';

export interface Busy {
  readonly work: Work;
  /** What it waits for: nothing to say, the user in the sign-in window, or the end of a countdown. */
  readonly stage: 'working' | 'signing-in' | 'dialog-open' | 'waiting';
  /** Milliseconds since 1970 at which the countdown ends; only with `waiting`. */
  readonly until?: number;
}

/** What the pane tells the user by itself, without anything being wrong. */
export type Notice =
  | { readonly kind: 'inserted'; readonly result: InsertResult }
  /** Cancelled while writing: what Office had been given cannot be taken back. */
  | { readonly kind: 'insert-stopped' }
  | { readonly kind: 'account-changed'; readonly name: string };

export interface Trouble {
  readonly problem: ProblemError;
  /** What was being done: the action of the message goes on with exactly that. */
  readonly during: Work;
  /** The catalogue's, for how it was met: at launch, or on a click. */
  readonly reaction: Reaction;
}

/** All that the views show. Kept outside of React, because office.js can throw the pane's elements away. */
export interface PaneState {
  readonly me: Me | null;
  /** An object URL; null: no photo (yet). */
  readonly photo: string | null;
  /** Null: not loaded yet. */
  readonly files: readonly FileItem[] | null;
  readonly nextCursor: string | null;
  /** Ids, in the order in which they were chosen. */
  readonly selected: readonly string[];
  readonly busy: Busy | null;
  readonly trouble: Trouble | null;
  readonly notice: Notice | null;
  readonly canSignOut: boolean;
}

export const initialState: PaneState = {
  me: null,
  photo: null,
  files: null,
  nextCursor: null,
  selected: [],
  busy: null,
  trouble: null,
  notice: null,
  canSignOut: false,
};

/** The chosen files, in the order in which they were chosen. */
export function selectedFiles({ files, selected }: PaneState): FileItem[] {
  const byId = new Map((files ?? []).map((file) => [file.id, file]));
  return selected.map((id) => byId.get(id)).filter((file) => file !== undefined);
}

/** The page after the ones that are there; a file that came before (the drive changed meanwhile) is not doubled. */
export function appended(files: readonly FileItem[], more: readonly FileItem[]): FileItem[] {
  const known = new Set(files.map(({ id }) => id));
  return [...files, ...more.filter(({ id }) => !known.has(id))];
}

export function isSamePerson(one: Me, other: Me): boolean {
  return one.id === other.id && one.tenantId === other.tenantId;
}
