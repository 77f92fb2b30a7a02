/** The user's preferences, which the server stores by `oid` and `tid`. */

export const pageSizes = [25, 50, 100, 200] as const;
export const sortKeys = ['name', 'lastModified', 'size'] as const;
export const insertFormats = ['table', 'list', 'links'] as const;
export const applications = ['word', 'excel', 'powerpoint', 'outlook'] as const;

export type PageSize = (typeof pageSizes)[number];
export type SortKey = (typeof sortKeys)[number];
export type InsertFormat = (typeof insertFormats)[number];
export type Application = (typeof applications)[number];

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
