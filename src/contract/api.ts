/** The HTTP contract between pane and server. */

export const routes = {
  me: '/api/me',
  photo: '/api/me/photo',
  files: '/api/files',
  /** GET, PUT (If-Match), DELETE: Preferences. */
  preferences: '/api/preferences',
  healthz: '/healthz',
  readyz: '/readyz',
} as const;

/** Request header with a UUID. The server logs it and returns it. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** The scope that an access token needs, without the App ID URI prefix. */
export const API_SCOPE = 'access_as_user';

export interface Me {
  /** Object id (`oid`) and tenant id (`tid`) identify the user. Name and mail are for display only. */
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly jobTitle: string | null;
}

export type FileKind =
  | 'folder'
  | 'document'
  | 'workbook'
  | 'presentation'
  | 'image'
  | 'pdf'
  /** OneNote. */
  | 'notebook'
  /** Any other set of files that opens as one. */
  | 'package'
  | 'other';

/** A folder in another drive. */
interface RemoteFolder {
  readonly drive: string;
  readonly folder: string;
}

export interface FileItem {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  /** Always https. */
  readonly webUrl: string;
  /** Bytes; for a folder, its total size. Null if unknown, as for some files shared by others. */
  readonly size: number | null;
  /** ISO 8601, UTC. Null if unknown. */
  readonly lastModified: string | null;
  /**
   * Folder names from the root of the user's drive down to the item; empty for an item in the root. In another drive,
   * the first name is its owner or site. Absent if unknown, or if all items of the list have the same path.
   */
  readonly path?: readonly string[];
  /** Where a folder opens. Absent: by its id in the user's own drive. Null: it can't be opened here. */
  readonly opens?: RemoteFolder | null;
}

/** The user's own files, the most recently changed ones, and files shared with the user. */
export const fileViews = ['files', 'recent', 'shared'] as const;
export type FileView = (typeof fileViews)[number];

/** Query parameters of `GET /api/files`, by name. */
export interface FileQuery {
  readonly view: FileView;
  /** Id of a folder; null for the root of the user's own drive. Only with the view `files`. */
  readonly folder: string | null;
  /** Id of the drive that contains the folder. Absent: the user's own. Only with `folder`. */
  readonly drive?: string;
  /** Words to find in names or contents; empty for all files. Only with the view `files` and no folder: Graph searches a whole drive. */
  readonly search: string;
  /** Null: the default order. Always null with `recent` and `shared`, whose order is fixed. */
  readonly sort: { readonly by: SortKey; readonly descending: boolean } | null;
  /** Page size, 1 to MAX_PAGE_SIZE. Graph may return fewer items. */
  readonly top: number;
}

export const MAX_PAGE_SIZE = 200;
export const MAX_SEARCH_LENGTH = 200;

/** Returns the value of the query parameter `sort`: `name`, or `-size` for descending order. */
export function sortParameter({ by, descending }: NonNullable<FileQuery['sort']>): string {
  return descending ? `-${by}` : by;
}

export interface FilePage {
  readonly items: readonly FileItem[];
  /**
   * Opaque. Pass it to `GET /api/files?cursor=` with the same `view`, `folder`, `drive` and `search` to get the next page.
   * Null on the last page. An empty page can still have a next page.
   */
  readonly nextCursor: string | null;
  /** True if there are more items but Graph returned no usable link to them. */
  readonly incomplete?: true;
  /**
   * The actual order, if Graph refuses the requested one for this list; null for no particular order. Absent: the
   * requested order.
   */
  readonly sort?: FileQuery['sort'];
}

export const pageSizes = [25, 50, 100, 200] as const;
export const sortKeys = ['name', 'lastModified', 'size'] as const;
export const insertFormats = ['table', 'list', 'links'] as const;
export const applications = ['word', 'excel', 'powerpoint', 'outlook'] as const;

type PageSize = (typeof pageSizes)[number];
export type SortKey = (typeof sortKeys)[number];
export type InsertFormat = (typeof insertFormats)[number];
export type Application = (typeof applications)[number];

/** The user's preferences, which the server stores by `oid` and `tid`. */
export interface Preferences {
  /** Files per request. */
  readonly pageSize: PageSize;
  readonly sortBy: SortKey;
  readonly sortDescending: boolean;
  readonly insertFormat: Readonly<Record<Application, InsertFormat>>;
  /** BCP 47, such as pt-BR; null for Office's display language. */
  readonly language: string | null;
  /** True once the user has read or skipped the first-run page. */
  readonly welcomed: boolean;
}

/** The preferences of a user who has not saved any. */
export const defaultPreferences: Preferences = {
  pageSize: 100,
  sortBy: 'name',
  sortDescending: false,
  insertFormat: { word: 'table', excel: 'table', powerpoint: 'list', outlook: 'links' },
  language: null,
  welcomed: false,
};
