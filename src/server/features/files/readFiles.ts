import { z } from 'zod';
import type { FileItem, FilePage, FileQuery } from '../../../contract/api.ts';
import { ProblemError, isProblem } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import type { Call } from '../../call.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import {
  hasGraphCode,
  graphErrorOf,
  type ExplainFailure,
  type GraphFailure,
} from '../../graph/graphProblem.ts';
import {
  advance,
  readCursor,
  writeCursor,
  nextPageQuery,
  type Position,
  isAcrossFolders,
  optionsToTry,
  pagePath,
  searchWords,
  type ListOptions,
} from './filesPath.ts';
import { isListed, toFileItem } from './fileItem.ts';

/** 200 items with all their members are about 800 kB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;
/** Maximum number of empty Graph pages to skip per response. */
const MAX_EMPTY_PAGES = 5;
/** After this time the response is sent even if it is empty, and the pane offers to load more. */
const MAX_SKIPPING_MS = 5_000;

const pageSchema = z.looseObject({ value: z.array(z.unknown()), '@odata.nextLink': z.unknown().optional() });

/** A request to `GET /api/files`. */
export interface FilesRequest extends FileQuery {
  /** Null: the first page. */
  readonly cursor: string | null;
}

/** A page, and what was left out of it, for the log. */
interface ReadPage {
  readonly page: FilePage;
  readonly droppedItems: number;
  readonly droppedLink: boolean;
}

/** One page of a Graph response. */
interface GraphPage {
  readonly items: readonly FileItem[];
  /** Null if there is no next page, or no usable link to it. */
  readonly next: Position | null;
  readonly droppedItems: number;
  readonly droppedLink: boolean;
}

/**
 * Reads a page of a list of files. Skips empty Graph pages, within limits.
 * @throws ProblemError request_invalid for a cursor of another list; a problem from Graph
 */
export async function readFiles(
  graph: GraphClient,
  caller: Caller,
  call: Call,
  asked: FilesRequest,
): Promise<ReadPage> {
  const position = asked.cursor === null ? null : readCursor(asked, asked.cursor);
  if (position === undefined)
    throw new ProblemError('request_invalid', { detail: 'The cursor does not belong to this list.' });
  if (asked.search !== '' && searchWords(asked.search) === '') return emptyPage;

  const start = performance.now();
  const get = async (path: string, paged: boolean) => {
    const explain = explainList(isInDrive(asked), paged);
    const name = isInDrive(asked) ? 'drive' : 'folder';
    const response = await graph.request(caller, { call, path, maxBytes: MAX_PAGE_BYTES, explain, name });
    return response.json();
  };
  const read = async (at: Position) =>
    toPage(await get(pagePath(asked, at.options, at.next), true), asked, at);

  const begun = position
    ? { page: await read(position), options: position.options }
    : await readFirst(asked, (path) => get(path, false));
  let last = begun.page;
  let { droppedItems } = last;
  for (let skipped = 0; skipped < MAX_EMPTY_PAGES; skipped += 1) {
    if (last.items.length > 0 || last.next === null || performance.now() - start > MAX_SKIPPING_MS) break;
    last = await read(last.next);
    droppedItems += last.droppedItems;
  }
  return { page: answer(asked, last, begun.options), droppedItems, droppedLink: last.droppedLink };
}

const emptyPage: ReadPage = { page: { items: [], nextCursor: null }, droppedItems: 0, droppedLink: false };

const isInDrive = ({ folder }: FileQuery) => folder === null;

/** Tries fewer and fewer options until Graph accepts the request: drives reject orders, selections and page sizes. */
async function readFirst(
  query: FileQuery,
  get: (path: string) => Promise<unknown>,
): Promise<{ page: GraphPage; options: ListOptions }> {
  let rejection: unknown;
  for (const options of optionsToTry(query)) {
    try {
      const body = await get(pagePath(query, options, null));
      return { page: toPage(body, query, { options, seen: [] }), options };
    } catch (error) {
      if (!mayRefuseOptions(error)) throw error;
      rejection = error;
    }
  }
  // The last request has no options that could be wrong. BadRequest then means an organization without SharePoint
  // ("Tenant does not have a SPO license", in any language).
  if (isInDrive(query) && hasGraphCode(rejection, 'badrequest'))
    throw new ProblemError('no_drive', {}, { cause: rejection });
  throw rejection;
}

/** Converts a Graph page. Leaves out invalid items and links instead of failing. */
export function toPage(
  body: unknown,
  query: FileQuery,
  { options, seen }: Pick<Position, 'options' | 'seen'>,
): GraphPage {
  const read = pageSchema.safeParse(body);
  if (!read.success)
    throw new ProblemError('graph_error', { detail: "Graph's response is not a list of files." });
  const { value, '@odata.nextLink': nextLink } = read.data;
  const listed = value.filter(isListed);
  const context = { drive: query.drive, withPath: isAcrossFolders(query) };
  const items = listed.map((item) => toFileItem(item, context)).filter((item) => item !== null);
  const next = nextPageQuery(nextLink);
  const position = next === undefined ? undefined : advance(seen, next, options);
  return {
    items: query.view === 'recent' ? newestFiles(items) : items,
    next: position ?? null,
    droppedItems: listed.length - items.length,
    droppedLink: nextLink != null && position === undefined,
  };
}

function answer(
  asked: FilesRequest,
  { items, next, droppedLink }: GraphPage,
  options: ListOptions,
): FilePage {
  const [{ order: wanted }] = optionsToTry(asked);
  const isWhole = asked.cursor === null && next === null && !droppedLink;
  // Recent files are sorted here, page by page, so a list of one page is always in order.
  const inOrder = isSameSort(wanted, options.order) || (asked.view === 'recent' && isWhole);
  return {
    items,
    nextCursor: next && writeCursor(asked, next),
    ...(droppedLink ? { incomplete: true } : {}),
    ...(inOrder ? {} : { sort: options.order }),
  };
}

function isSameSort(one: FileQuery['sort'], other: FileQuery['sort']): boolean {
  return one?.by === other?.by && one?.descending === other?.descending;
}

/** Removes folders and sorts: a search also finds folders, and OneDrive for work or school sorts only approximately. */
function newestFiles(items: readonly FileItem[]): FileItem[] {
  const time = ({ lastModified }: FileItem) => (lastModified === null ? 0 : Date.parse(lastModified));
  return items.filter(({ kind }) => kind !== 'folder').sort((one, other) => time(other) - time(one));
}

/**
 * Returns the mapping of Graph's error responses to problems for a list of files.
 * @param inDrive true: the list is of the user's own drive, not of a folder with an id
 * @param paged true: the request has a cursor, which may have expired
 */
function explainList(inDrive: boolean, paged: boolean): ExplainFailure {
  return (failure) => {
    const { usual, status } = failure;
    // If the root of the drive is not found, there is no drive. On a later page, the cursor has expired.
    const noDrive = usual === 'no_drive' || (usual === 'not_found' && !paged) || lacksLicense(failure);
    if (inDrive && noDrive) return { code: 'no_drive' };
    if (paged && (usual === 'request_invalid' || (usual === undefined && status === 400))) {
      const detail = 'The cursor has expired. Start again with the first page.';
      return { code: 'request_invalid', detail };
    }
    return undefined;
  };
}

/**
 * Depends on the text: Graph returns 400 BadRequest "Tenant does not have a SPO license" for a tenant without SharePoint
 * and 403 accessDenied for a user without a license, and both codes have many other causes. In other languages, the
 * second one stays access_denied; `readFirst` handles the first without its text.
 */
function lacksLicense({ status, message }: GraphFailure): boolean {
  return (status === 400 || status === 403) && /mysite|licen[sc]e|not provisioned/i.test(message);
}

/**
 * Returns whether Graph may have rejected only the OData options: an order, a selection or a page size that this drive
 * does not support. Graph has several codes for it (invalidRequest, notSupported, BadRequest, invalidQueryOption), and
 * each has other causes as well.
 */
function mayRefuseOptions(error: unknown): boolean {
  const graphError = graphErrorOf(error);
  if (!isProblem(error) || graphError === undefined) return false;
  if (graphError.codes.includes('notsupported')) return true;
  // Other options would not help with any other problem.
  if (error.code !== 'graph_error' && error.code !== 'graph_unavailable') return false;
  return [400, 422, 501].includes(graphError.status);
}
