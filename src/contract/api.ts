import type { SortKey } from './preferences.ts';

/** What pane and server say to each other. */

export const routes = {
  me: '/api/me',
  photo: '/api/me/photo',
  files: '/api/files',
  /** GET, PUT (If-Match), DELETE: see preferences.ts. */
  preferences: '/api/preferences',
  healthz: '/healthz',
  readyz: '/readyz',
} as const;

/** What fills the pane's list: a route that answers with a FilePage. */
export const LIST_ROUTE: string = routes.files;

/** Header in which the pane names its request; the server logs it and answers with it. A UUID. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** The scope that this API asks of a token, without the App ID URI before it. */
export const API_SCOPE = 'access_as_user';

export interface Me {
  /** Object id (`oid`) and tenant id (`tid`): the identity. Name and mail are for the eye only. */
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly jobTitle: string | null;
}

export const fileKinds = [
  'folder',
  'document',
  'workbook',
  'presentation',
  'image',
  'pdf',
  /** Of OneNote. */
  'notebook',
  /** Files that belong together and open as one, other than a notebook. */
  'package',
  'other',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** A folder of another drive. */
export interface RemoteFolder {
  readonly drive: string;
  readonly folder: string;
}

export interface FileItem {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  /** Always https. */
  readonly webUrl: string;
  /** Bytes; of a folder, all that is in it. Null: not known, as for some files of other people. */
  readonly size: number | null;
  /** ISO 8601, UTC. Null: not known. */
  readonly lastModified: string | null;
  /**
   * Names of the folders that lead to it, from the root of the user's drive; empty: it is in the root. In another drive
   * the first one is the name of its owner or site. Absent: not known, or the same for the whole list.
   */
  readonly path?: readonly string[];
  /** Where a folder opens. Absent: by its id in the user's own drive. Null: it cannot be opened here. */
  readonly opens?: RemoteFolder | null;
}

/** The user's own files, what changed last among them, and what others share with the user. */
export const fileViews = ['files', 'recent', 'shared'] as const;
export type FileView = (typeof fileViews)[number];

/** Which files `GET /api/files` gives; each member is a parameter of that name. */
export interface FileQuery {
  readonly view: FileView;
  /** Id of a folder; null: the root of the user's own drive. Only in `files`. */
  readonly folder: string | null;
  /** Id of another drive that contains the folder. Absent: the user's own. Only with `folder`. */
  readonly drive?: string;
  /** Words that names or contents hold; empty: all. Only in `files` without a folder: Graph searches the drive. */
  readonly search: string;
  /** Null: the order of the view. Not in `recent` and `shared`, which have one of their own. */
  readonly sort: { readonly by: SortKey; readonly descending: boolean } | null;
  /** Items of a page, 1 to MAX_PAGE_SIZE; Graph may give fewer. */
  readonly top: number;
}

export const MAX_PAGE_SIZE = 200;
export const MAX_SEARCH_LENGTH = 200;

/** The form of `sort` in the address: `name`, `-size`. */
export function sortParameter({ by, descending }: NonNullable<FileQuery['sort']>): string {
  return descending ? `-${by}` : by;
}

export interface FilePage {
  readonly items: readonly FileItem[];
  /**
   * Opaque; hand it to `GET /api/files?cursor=` with the same `view`, `folder`, `drive` and `search` for the next page.
   * Null: this was the last. A page without items can still have a next one.
   */
  readonly nextCursor: string | null;
  /** There is more, but Graph gives no usable way to it. Absent: no. */
  readonly incomplete?: true;
  /**
   * The order that is in force in place of the one asked for, which Graph refuses for this list; null: none in
   * particular. Absent: the one asked for.
   */
  readonly sort?: FileQuery['sort'];
}
