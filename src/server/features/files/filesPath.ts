import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type FileQuery, type SortKey, sortKeys, sortParameter } from '../../../contract/api.ts';

type Sort = FileQuery['sort'];

/** The OData options of a list request. Drives reject some of them (docs/decisions/0013-what-graph-refuses.md). */
export interface ListOptions {
  /** Null: no `$orderby`. */
  readonly order: Sort;
  readonly select: boolean;
  readonly top: boolean;
}

const MEMBERS = [
  'id',
  'name',
  'size',
  'webUrl',
  'lastModifiedDateTime',
  'folder',
  'file',
  'package',
  'bundle',
  'remoteItem',
  'parentReference',
  'root',
  'deleted',
  'malware',
].join(',');

const graphNames: Record<SortKey, string> = {
  name: 'name',
  lastModified: 'lastModifiedDateTime',
  size: 'size',
};

const BY_NAME: Sort = { by: 'name', descending: false };
const NEWEST_FIRST: Sort = { by: 'lastModified', descending: true };

/**
 * Returns the options to try in order until Graph accepts one: those of the query, then fewer and fewer. Where OneDrive
 * for work or school rejects an order, it still sorts a folder by name.
 */
export function optionsToTry(query: FileQuery): readonly [ListOptions, ...ListOptions[]] {
  const { view } = query;
  // Graph's sharedWithMe supports neither $top nor $orderby.
  const top = view !== 'shared';
  const order = view === 'recent' ? NEWEST_FIRST : view === 'files' ? query.sort : null;
  const sortsByName = !isAcrossFolders(query) && order !== null && (order.by !== 'name' || order.descending);
  return [
    { order, select: true, top },
    ...(sortsByName ? [{ order: BY_NAME, select: true, top }] : []),
    ...(order
      ? [
          { order: null, select: true, top },
          { order, select: false, top },
        ]
      : []),
    ...(top ? [{ order: null, select: false, top }] : []),
    { order: null, select: false, top: false },
  ];
}

/** Returns whether the items of the list come from several folders. */
export function isAcrossFolders({ view, search }: FileQuery): boolean {
  return view !== 'files' || search !== '';
}

/**
 * Returns path and query of a page, below GRAPH_ENDPOINT. `recent` is a search for everything, newest first: Graph's
 * own `recent` ends in November 2026 (docs/decisions/0008-recent-and-shared.md).
 * @param next result of `nextPageQuery` for the previous page; null for the first page
 */
export function pagePath(query: FileQuery, { order, select, top }: ListOptions, next: string | null): string {
  const options = [
    ...(top ? [`$top=${query.top}`] : []),
    ...(select ? [`$select=${MEMBERS}`] : []),
    ...(order ? [`$orderby=${graphNames[order.by]}${order.descending ? '%20desc' : ''}`] : []),
    ...(next === null ? [] : [next]),
  ];
  return `/v1.0/${listPath(query)}${options.length === 0 ? '' : `?${options.join('&')}`}`;
}

function listPath({ view, drive, folder, search }: FileQuery): string {
  if (view === 'shared') return 'me/drive/sharedWithMe';
  if (view === 'recent' || search !== '')
    return `me/drive/root/search(q=${quotedSegment(searchWords(search))})`;
  if (folder === null) return 'me/drive/root/children';
  return `${drive === undefined ? 'me/drive' : `drives/${drive}`}/items/${folder}/children`;
}

/**
 * Returns whether the text is an id of a drive or item, personal (`ABC!123`) or business (`b!x-Y_z`, `01ABC…`). Such ids
 * are safe in a path, even after decoding: no slash, dot, percent sign, quote, semicolon, question mark or number sign.
 */
export function isGraphId(text: string): boolean {
  return /^[\w!-]{1,256}$/.test(text);
}

/** Characters that a server or proxy may treat as the end of a path segment, even after decoding twice. */
const SEPARATORS = /[/\\?#;%]+/g;

/**
 * Replaces separators in a search text with spaces. Search engines treat them as spaces anyway, and some servers decode a
 * path before splitting it. Returns an empty string if nothing is left to search for.
 */
export function searchWords(text: string): string {
  return text.replace(SEPARATORS, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * Returns an OData string literal for a path segment: quotes doubled (OData 4.01 ABNF, `string`), then percent-encoded.
 * @param words result of `searchWords`
 */
function quotedSegment(words: string): string {
  return `'${encodeURIComponent(words.replaceAll("'", "''"))}'`;
}

/** Characters. The cursor is part of a URL. */
const MAX_CURSOR_LENGTH = 6_000;
/** Number of earlier pages to remember, to detect a cycle in Graph's links. */
const MAX_SEEN = 64;

/** Where a page of a list starts. The path of the Graph request is built from the query, never from the cursor. */
export interface Position {
  /** Returned by `nextPageQuery`. */
  readonly next: string;
  /** The options that Graph accepted for the first page: the order cannot change between pages. */
  readonly options: ListOptions;
  /** Digests of the previous positions, the latest last. */
  readonly seen: readonly string[];
}

const sorts = sortKeys.flatMap((by) => [
  { by, descending: false },
  { by, descending: true },
]);

const cursorSchema = z.tuple([
  z.literal(1),
  z.string().max(12),
  z.union([z.null(), z.enum(sorts.map(sortParameter))]),
  z.boolean(),
  z.boolean(),
  z.string().refine(isNextPageQuery),
  z.array(z.string().max(12)).max(MAX_SEEN),
]);

/** Returns the cursor of a position. @param query of the list that it belongs to */
export function writeCursor(query: FileQuery, { next, options, seen }: Position): string {
  const { order, select, top } = options;
  const parts = [1, listOf(query), order && sortParameter(order), select, top, next, seen];
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/** @returns undefined for anything that `writeCursor` did not return for this list */
export function readCursor(query: FileQuery, cursor: string): Position | undefined {
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(cursor)) return undefined;
  const { data } = cursorSchema.safeParse(parsed(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (data === undefined) return undefined;
  const [, list, sort, select, top, next, seen] = data;
  if (list !== listOf(query)) return undefined;
  const order = sorts.find((known) => sortParameter(known) === sort) ?? null;
  return { next, options: { order, select, top }, seen };
}

/**
 * Returns the next position.
 * @returns undefined for a position that has been visited before: the list would never end
 */
export function advance(seen: readonly string[], next: string, options: ListOptions): Position | undefined {
  const digest = digestOf(next);
  if (seen.includes(digest)) return undefined;
  return { next, options, seen: [...seen, digest].slice(-MAX_SEEN) };
}

/** Identifies the list that a cursor belongs to. Page size and order may change between pages. */
function listOf({ view, drive, folder, search }: FileQuery): string {
  return digestOf(JSON.stringify([view, drive ?? null, folder, search]));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not one of our cursors.
  }
}

/** Characters; tokens of OneDrive and SharePoint have a few hundred. */
const MAX_NEXT_LENGTH = 3_000;

/** Query characters of RFC 3986 3.4 except the ampersand, and complete percent-encodings. */
const VALUE = /^(?:[\w.~!$'()*+,;:@/?=-]|%[\da-f]{2})+$/i;
/** Encoded control characters, such as line breaks. */
const ENCODED_CONTROL = /%(?:[01][\da-f]|7f)/i;

/**
 * Returns the query parameters of `@odata.nextLink` that select the next page, such as `$skiptoken=abc`. Ignores the rest
 * of the link: the parameters are added to our own request to our own endpoint, so a link to another host or resource is
 * harmless. The parameter's name has several forms (`$skipToken`, `%24skiptoken`, `skiptoken`, `$skip`). Its value is
 * opaque and returned unchanged (a plus sign does not always mean a space).
 * @returns undefined if the link has no such parameters
 */
export function nextPageQuery(nextLink: unknown): string | undefined {
  if (typeof nextLink !== 'string') return undefined;
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(nextLink) ?? [];
  const found = new Map<string, string>();
  for (const parameter of query.split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(parameter) ?? [];
    const known = /^(?:\$|%24)?(skiptoken|skip)$/i.exec(name)?.[1]?.toLowerCase();
    if (known !== undefined && !found.has(known)) found.set(known, value);
  }
  const next = [...found].map(([name, value]) => `$${name}=${value}`).join('&');
  return isNextPageQuery(next) ? next : undefined;
}

/** Returns whether the text could be a result of `nextPageQuery`. */
export function isNextPageQuery(text: string): boolean {
  if (text.length > MAX_NEXT_LENGTH) return false;
  const names = text.split('&').map((parameter) => {
    const [, name = '', value = ''] = /^\$(skiptoken|skip)=(.*)$/s.exec(parameter) ?? [];
    const fits =
      name === 'skip' ? /^\d{1,9}$/.test(value) : VALUE.test(value) && !ENCODED_CONTROL.test(value);
    return fits ? name : '';
  });
  return names.every((name) => name !== '') && new Set(names).size === names.length;
}
