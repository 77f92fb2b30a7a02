import type { TextParameters } from '../http/parameters.ts';
import type { DriveBehavior } from '../scenario.ts';
import type { DriveItem } from './driveItem.ts';

const DEFAULT_TOP = 200;
const MAX_TOP = 1000;
const TOKEN_FORM = /^next:(\d{1,9}):(\d{1,3})$/;

/** The start of a page. */
interface Start {
  readonly offset: number;
  /** Number of empty pages before it. */
  readonly emptyPages: number;
}

export interface Page {
  readonly items: readonly DriveItem[];
  /** Name and value of the parameter for the next page; null: this is the last. */
  readonly next: readonly [name: string, value: string] | null;
}

type Order = (one: DriveItem, other: DriveItem) => number;

/** Ordinal, so the order doesn't depend on the machine's language. */
const byName: Order = (one, other) => {
  const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
};

const orders: Record<string, Order> = {
  name: byName,
  size: (one, other) => one.size - other.size,
  lastmodifieddatetime: (one, other) => (one.lastModifiedDateTime < other.lastModifiedDateTime ? -1 : 1),
};

/** Returns a page according to `$top`, `$orderby`, `$skip` and `$skiptoken`, or null if one of them is invalid. */
export function pageOf(
  items: readonly DriveItem[],
  parameters: TextParameters,
  behavior: DriveBehavior = { refuses: [], nextLink: 'usual', emptyPages: 0 },
): Page | null {
  // OData query options are case-insensitive.
  const query = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const top = query['$top'] === undefined ? DEFAULT_TOP : Number(query['$top']);
  const start = startOf(query);
  const order = orderOf(query['$orderby'] ?? 'name');
  if (!Number.isInteger(top) || top < 1 || !start || !order || isRejected(behavior, query)) return null;
  if (start.emptyPages < behavior.emptyPages) {
    return { items: [], next: nextOf({ ...start, emptyPages: start.emptyPages + 1 }, start, behavior) };
  }
  const offset = start.offset + Math.min(top, MAX_TOP);
  const sorted = [...items].sort(order);
  const isLast = offset >= sorted.length && (behavior.nextLink !== 'circle' || start.offset === 0);
  const following =
    offset >= sorted.length ? { ...start, offset: Math.min(top, MAX_TOP) } : { ...start, offset };
  return {
    items: sorted.slice(start.offset, offset),
    next: isLast ? null : nextOf(following, start, behavior),
  };
}

function isRejected({ orderby, refuses }: DriveBehavior, query: TextParameters): boolean {
  const order = query['$orderby']?.trim().split(/\s+/)[0]?.toLowerCase();
  const isUnsupported =
    orderby !== undefined && order !== undefined && !orderby.some((name) => name.toLowerCase() === order);
  return isUnsupported || refuses.some((option) => query[option.toLowerCase()] !== undefined);
}

function nextOf(following: Start, start: Start, { nextLink }: DriveBehavior): Page['next'] {
  if (nextLink === 'no-token') return ['$count', 'true'];
  if (nextLink === 'skip') return ['$skip', String(following.offset)];
  const isFirst = start.offset === 0 && start.emptyPages === 0;
  const token = tokenOf(nextLink === 'repeated' && !isFirst ? start : following);
  return [nextLink === 'camel-case' ? '$skipToken' : '$skiptoken', token];
}

function orderOf(text: string): Order | null {
  const [name = '', direction = 'asc'] = text.trim().toLowerCase().split(/\s+/);
  const order = orders[name];
  if (!order || !['asc', 'desc'].includes(direction)) return null;
  return direction === 'asc' ? order : (one, other) => order(other, one);
}

function tokenOf({ offset, emptyPages }: Start): string {
  return Buffer.from(`next:${offset}:${emptyPages}`).toString('base64url');
}

function startOf(query: TextParameters): Start | null {
  const skip = query['$skip'];
  if (skip !== undefined) return /^\d{1,9}$/.test(skip) ? { offset: Number(skip), emptyPages: 0 } : null;
  const token = query['$skiptoken'];
  if (token === undefined) return { offset: 0, emptyPages: 0 };
  const [, offset, emptyPages] = TOKEN_FORM.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  return offset === undefined ? null : { offset: Number(offset), emptyPages: Number(emptyPages) };
}
