import type { TextParameters } from '../http/parameters.ts';
import type { DriveBehavior } from '../scenario.ts';
import type { DriveItem } from './driveItem.ts';

const DEFAULT_TOP = 200;
const MAX_TOP = 1000;
const TOKEN_FORM = /^next:(\d{1,9}):(\d{1,3})$/;

/** Where a page begins. */
interface Start {
  readonly offset: number;
  /** Empty pages that came before. */
  readonly passed: number;
}

export interface Page {
  readonly items: readonly DriveItem[];
  /** Name and value of the parameter that leads to the next page; null: this was the last. */
  readonly next: readonly [name: string, value: string] | null;
}

type Order = (one: DriveItem, other: DriveItem) => number;

/** Ordinal, so that the order does not depend on the machine's language. */
const byName: Order = (one, other) => {
  const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
};

const orders: Record<string, Order> = {
  name: byName,
  size: (one, other) => one.size - other.size,
  lastmodifieddatetime: (one, other) => (one.lastModifiedDateTime < other.lastModifiedDateTime ? -1 : 1),
};

/** One page of a collection by `$top`, `$orderby`, `$skip` and `$skiptoken`. @returns null when one is not valid */
export function pageOf(
  items: readonly DriveItem[],
  given: TextParameters,
  behavior: DriveBehavior = { refuses: [], nextLink: 'usual', emptyPages: 0 },
): Page | null {
  // OData system query options, in any letter case.
  const query = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const top = query['$top'] === undefined ? DEFAULT_TOP : Number(query['$top']);
  const start = startOf(query);
  const order = orderOf(query['$orderby'] ?? 'name');
  if (!Number.isInteger(top) || top < 1 || !start || !order || refuses(behavior, query)) return null;
  if (start.passed < behavior.emptyPages) {
    return { items: [], next: nextOf({ ...start, passed: start.passed + 1 }, start, behavior) };
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

function refuses({ orderby, refuses }: DriveBehavior, query: TextParameters): boolean {
  const order = query['$orderby']?.trim().split(/\s+/)[0]?.toLowerCase();
  const isUnsupported =
    orderby !== undefined && order !== undefined && !orderby.some((name) => name.toLowerCase() === order);
  return isUnsupported || refuses.some((option) => query[option.toLowerCase()] !== undefined);
}

function nextOf(following: Start, start: Start, { nextLink }: DriveBehavior): Page['next'] {
  if (nextLink === 'no-token') return ['$count', 'true'];
  if (nextLink === 'skip') return ['$skip', String(following.offset)];
  const isFirst = start.offset === 0 && start.passed === 0;
  const token = tokenOf(nextLink === 'repeated' && !isFirst ? start : following);
  return [nextLink === 'camel-case' ? '$skipToken' : '$skiptoken', token];
}

function orderOf(text: string): Order | null {
  const [name = '', direction = 'asc'] = text.trim().toLowerCase().split(/\s+/);
  const order = orders[name];
  if (!order || !['asc', 'desc'].includes(direction)) return null;
  return direction === 'asc' ? order : (one, other) => order(other, one);
}

function tokenOf({ offset, passed }: Start): string {
  return Buffer.from(`next:${offset}:${passed}`).toString('base64url');
}

function startOf(query: TextParameters): Start | null {
  const skip = query['$skip'];
  if (skip !== undefined) return /^\d{1,9}$/.test(skip) ? { offset: Number(skip), passed: 0 } : null;
  const token = query['$skiptoken'];
  if (token === undefined) return { offset: 0, passed: 0 };
  const [, offset, passed] = TOKEN_FORM.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  return offset === undefined ? null : { offset: Number(offset), passed: Number(passed) };
}
