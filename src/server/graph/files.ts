import { z } from 'zod';
import type { FileItem, FilePage } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/caller.ts';
import type { Call } from '../call.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { toFileItem } from './fileItem.ts';
import type { FilesRequest } from './fileQuery.ts';
import { fileListOf, firstPage, type FileList } from './filesPath.ts';
import type { GraphClient } from './graphClient.ts';

/** Two hundred items are about 200 kB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

const page = z.looseObject({ value: z.array(z.unknown()), '@odata.nextLink': z.unknown().optional() });

/** A page, and what had to be left out of it: for the log. */
export interface ReadPage {
  readonly page: FilePage;
  readonly droppedItems: number;
  readonly droppedLink: boolean;
}

/** @throws ProblemError request_invalid for a cursor that is not ours, or what Graph answered */
export async function readFiles(
  graph: GraphClient,
  endpoint: string,
  caller: Caller,
  call: Call,
  asked: FilesRequest,
): Promise<ReadPage> {
  const { cursor } = asked;
  const list = fileListOf(asked);
  const path = cursor === null ? firstPage(asked) : readCursor(cursor, endpoint, list);
  if (path === undefined)
    throw new ProblemError('request_invalid', { detail: 'The cursor is not one of this list.' });
  const about = list.kind === 'folder' ? 'folder' : 'drive';
  const request = { about, path, paged: cursor !== null, maxBytes: MAX_PAGE_BYTES } as const;
  const read = toPage(await graph.getJson(caller, call, request), endpoint, list);
  return asked.view === 'recent' ? { ...read, page: newestFiles(read.page) } : read;
}

/** An item or a link that does not fit is left out; the rest of the page stays good. */
export function toPage(body: unknown, endpoint: string, list: FileList): ReadPage {
  const read = page.safeParse(body);
  if (!read.success) throw new ProblemError('graph_error', { detail: 'No list of files.' });
  const { value, '@odata.nextLink': nextLink } = read.data;
  const items = value.map(toFileItem).filter((item) => item !== null);
  const nextCursor = typeof nextLink === 'string' ? cursorOf(nextLink, endpoint, list) : undefined;
  return {
    page: { items, nextCursor: nextCursor ?? null },
    droppedItems: value.length - items.length,
    droppedLink: nextLink != null && nextCursor === undefined,
  };
}

/** A search finds folders too, and the index of OneDrive for work orders them only nearly. */
function newestFiles({ items, nextCursor }: FilePage): FilePage {
  const files = items.filter(({ kind }) => kind !== 'folder');
  const time = ({ lastModified }: FileItem) => (lastModified === null ? 0 : Date.parse(lastModified));
  return { items: files.sort((one, other) => time(other) - time(one)), nextCursor };
}
