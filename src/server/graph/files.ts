import { z } from 'zod';
import type { FilePage } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/caller.ts';
import type { Call } from '../call.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { toFileItem } from './fileItem.ts';
import type { GraphClient } from './graphClient.ts';

const FIRST_PAGE =
  '/v1.0/me/drive/root/children?$top=100&$select=id,name,size,webUrl,lastModifiedDateTime,folder,file,package';
/** A hundred items are about 100 kB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

const page = z.looseObject({ value: z.array(z.unknown()), '@odata.nextLink': z.unknown().optional() });

/** A page, and what had to be left out of it: for the log. */
export interface ReadPage {
  readonly page: FilePage;
  readonly droppedItems: number;
  readonly droppedLink: boolean;
}

/**
 * @param cursor of the page before; null: the first page
 * @throws ProblemError request_invalid for a cursor that is not ours, or what Graph answered
 */
export async function readFiles(
  graph: GraphClient,
  endpoint: string,
  caller: Caller,
  call: Call,
  cursor: string | null,
): Promise<ReadPage> {
  const path = cursor === null ? FIRST_PAGE : readCursor(cursor, endpoint);
  if (path === undefined)
    throw new ProblemError('request_invalid', { detail: 'The cursor is not one of ours.' });
  const request = { about: 'drive', path, paged: cursor !== null, maxBytes: MAX_PAGE_BYTES } as const;
  return toPage(await graph.getJson(caller, call, request), endpoint);
}

/** An item or a link that does not fit is left out; the rest of the page stays good. */
export function toPage(body: unknown, endpoint: string): ReadPage {
  const read = page.safeParse(body);
  if (!read.success) throw new ProblemError('graph_error', { detail: 'No list of files.' });
  const { value, '@odata.nextLink': nextLink } = read.data;
  const items = value.map(toFileItem).filter((item) => item !== null);
  const nextCursor = typeof nextLink === 'string' ? cursorOf(nextLink, endpoint) : undefined;
  return {
    page: { items, nextCursor: nextCursor ?? null },
    droppedItems: value.length - items.length,
    droppedLink: nextLink != null && nextCursor === undefined,
  };
}
