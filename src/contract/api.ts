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

export type FileKind = 'folder' | 'document' | 'workbook' | 'presentation' | 'image' | 'pdf' | 'other';

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
}

/** The user's own files, what changed last among them, and what others share with the user. */
export const fileViews = ['files', 'recent', 'shared'] as const;
export type FileView = (typeof fileViews)[number];

/** Which files `GET /api/files` gives; each member is a parameter of that name. */
export interface FileQuery {
  readonly view: FileView;
  /** Id of a folder of the user's own drive; null: the root. Only in `files`. */
  readonly folder: string | null;
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
   * Opaque; hand it to `GET /api/files?cursor=` with the same `view`, `folder` and `search` for the next page.
   * Null: this was the last.
   */
  readonly nextCursor: string | null;
}
