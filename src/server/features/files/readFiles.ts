import { z } from 'zod';
import type { FileItem, FilePage, FileQuery } from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import type { Call } from '../../call.ts';
import { advance, readCursor, writeCursor, type Position } from './cursor.ts';
import { explainList, mayRefuseOptions } from './driveProblem.ts';
import { isListed, toFileItem } from './fileItem.ts';
import type { FilesRequest } from './fileQuery.ts';
import { isAcrossFolders, optionsToTry, pagePath, type ListOptions } from './filesPath.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { hasGraphCode } from '../../graph/graphProblem.ts';
import { nextPageQuery } from './nextLink.ts';
import { searchWords } from './pathSegment.ts';

/** 200 items with all their members are about 800 kB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;
/** Maximum number of empty Graph pages to skip per response. */
const MAX_EMPTY_PAGES = 5;
/** After this time the response is sent even if it is empty, and the pane offers to load more. */
const MAX_SKIPPING_MS = 5_000;

const pageSchema = z.looseObject({ value: z.array(z.unknown()), '@odata.nextLink': z.unknown().optional() });

/** A page, and what was left out of it, for the log. */
export interface ReadPage {
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
