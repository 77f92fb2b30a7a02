import type { FileQuery, SortKey } from '../../../contract/api.ts';

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
