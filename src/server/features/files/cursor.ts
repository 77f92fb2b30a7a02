import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sortParameter, type FileQuery } from '../../../contract/api.ts';
import { sortKeys } from '../../../contract/preferences.ts';
import type { ListOptions } from './filesPath.ts';
import { isNext } from './nextLink.ts';

/** Characters. Travels in an address, together with the rest of it. */
const MAX_CURSOR_LENGTH = 6_000;
/** Pages before this one that are remembered, to notice when Graph leads around in a circle. */
const MAX_SEEN = 64;

/** Where a page of a list begins. The request itself is made from the query, never from the cursor. */
export interface Position {
  /** From `nextOf`. */
  readonly next: string;
  /** What Graph accepted for the first page; an order cannot change halfway. */
  readonly options: ListOptions;
  /** Digests of the positions that led here, the latest last. */
  readonly seen: readonly string[];
}

const sorts = sortKeys.flatMap((by) => [
  { by, descending: false },
  { by, descending: true },
]);

const cursorForm = z.tuple([
  z.literal(1),
  z.string().max(12),
  z.union([z.null(), z.enum(sorts.map(sortParameter))]),
  z.boolean(),
  z.boolean(),
  z.string().refine(isNext),
  z.array(z.string().max(12)).max(MAX_SEEN),
]);

/** Returns the cursor that leads from a page to the next one. @param query of the list that it belongs to */
export function writeCursor(query: FileQuery, { next, options, seen }: Position): string {
  const { order, select, top } = options;
  const parts = [1, listOf(query), order && sortParameter(order), select, top, next, seen];
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/** @returns undefined for anything that `writeCursor` did not make for this list */
export function readCursor(query: FileQuery, cursor: string): Position | undefined {
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(cursor)) return undefined;
  const { data } = cursorForm.safeParse(parsed(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (data === undefined) return undefined;
  const [, list, sort, select, top, next, seen] = data;
  if (list !== listOf(query)) return undefined;
  const order = sorts.find((known) => sortParameter(known) === sort) ?? null;
  return { next, options: { order, select, top }, seen };
}

/**
 * Returns the position after one with these digests.
 * @returns undefined when it has been there before: the list would never end
 */
export function advance(seen: readonly string[], next: string, options: ListOptions): Position | undefined {
  const digest = digestOf(next);
  if (seen.includes(digest)) return undefined;
  return { next, options, seen: [...seen, digest].slice(-MAX_SEEN) };
}

/** The cursor leads to the list it was made for and to no other; page size and order may have been changed since. */
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
    return undefined; // Not a cursor of ours.
  }
}
