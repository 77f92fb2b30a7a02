import { z } from 'zod';
import type { FileItem, FilePage, FileQuery } from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/caller.ts';
import type { Call } from '../../call.ts';
import { advance, readCursor, writeCursor, type Position } from './cursor.ts';
import { explainList, mayRefuseOptions } from './driveProblem.ts';
import { isListed, toFileItem } from './fileItem.ts';
import type { FilesRequest } from './fileQuery.ts';
import { isAcrossFolders, optionsToTry, pagePath, type ListOptions } from './filesPath.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { hasGraphCode } from '../../graph/graphProblem.ts';
import { nextOf } from './nextLink.ts';
import { searchWords } from './pathSegment.ts';

/** Two hundred items with all their members are about 800 kB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;
/** Pages without an item to show that are passed over for one answer. */
const MAX_EMPTY_PAGES = 5;
/** Milliseconds; after these the answer goes out as it is, and the pane offers to load more. */
const MAX_FOLLOWING_MS = 5_000;

const pageForm = z.looseObject({ value: z.array(z.unknown()), '@odata.nextLink': z.unknown().optional() });

/** A page, and what had to be left out of it: for the log. */
export interface ReadPage {
  readonly page: FilePage;
  readonly droppedItems: number;
  readonly droppedLink: boolean;
}

/** One page as Graph sends it. */
interface GraphPage {
  readonly items: readonly FileItem[];
  /** Null: there is no next page, or none that can be found. */
  readonly next: Position | null;
  readonly droppedItems: number;
  readonly droppedLink: boolean;
}

/**
 * Reads a page of a list of files. Pages without anything to show are passed over, within limits.
 * @throws ProblemError request_invalid for a cursor that is not of this list, or what Graph answered
 */
export async function readFiles(
  graph: GraphClient,
  caller: Caller,
  call: Call,
  asked: FilesRequest,
): Promise<ReadPage> {
  const position = asked.cursor === null ? null : readCursor(asked, asked.cursor);
  if (position === undefined)
    throw new ProblemError('request_invalid', { detail: 'The cursor is not one of this list.' });
  if (asked.search !== '' && searchWords(asked.search) === '') return nothing;

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
  for (let passed = 0; passed < MAX_EMPTY_PAGES; passed += 1) {
    if (last.items.length > 0 || last.next === null || performance.now() - start > MAX_FOLLOWING_MS) break;
    last = await read(last.next);
    droppedItems += last.droppedItems;
  }
  return { page: answer(asked, last, begun.options), droppedItems, droppedLink: last.droppedLink };
}

const nothing: ReadPage = { page: { items: [], nextCursor: null }, droppedItems: 0, droppedLink: false };

const isInDrive = ({ folder }: FileQuery) => folder === null;

/** Tries one form of the request after the other until Graph accepts one: drives refuse orders, selections, page sizes. */
async function readFirst(
  query: FileQuery,
  get: (path: string) => Promise<unknown>,
): Promise<{ page: GraphPage; options: ListOptions }> {
  let refusal: unknown;
  for (const options of optionsToTry(query)) {
    try {
      const body = await get(pagePath(query, options, null));
      return { page: toPage(body, query, { options, seen: [] }), options };
    } catch (error) {
      if (!mayRefuseOptions(error)) throw error;
      refusal = error;
    }
  }
  // The last form has no options left, so nothing about the request can be wrong: BadRequest then is what an
  // organization without SharePoint gets ("Tenant does not have a SPO license", in whatever language).
  if (isInDrive(query) && hasGraphCode(refusal, 'badrequest'))
    throw new ProblemError('no_drive', {}, { cause: refusal });
  throw refusal;
}

/** An item or a link that does not fit is left out; the rest of the page stays good. */
export function toPage(
  body: unknown,
  query: FileQuery,
  { options, seen }: Pick<Position, 'options' | 'seen'>,
): GraphPage {
  const read = pageForm.safeParse(body);
  if (!read.success) throw new ProblemError('graph_error', { detail: 'No list of files.' });
  const { value, '@odata.nextLink': nextLink } = read.data;
  const listed = value.filter(isListed);
  const context = { drive: query.drive, withPath: isAcrossFolders(query) };
  const items = listed.map((item) => toFileItem(item, context)).filter((item) => item !== null);
  const next = nextOf(nextLink);
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
  // The recent files are sorted here, page by page: a list of one page is in order anyway.
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

/** A search finds folders too, and the index of OneDrive for work orders them only nearly. */
function newestFiles(items: readonly FileItem[]): FileItem[] {
  const time = ({ lastModified }: FileItem) => (lastModified === null ? 0 : Date.parse(lastModified));
  return items.filter(({ kind }) => kind !== 'folder').sort((one, other) => time(other) - time(one));
}
