import type { DriveItem } from './driveItem.ts';
import type { TextMembers } from '../http/textMembers.ts';

const DEFAULT_TOP = 200;
const MAX_TOP = 1000;
const TOKEN_FORM = 'next:';

export interface Page {
  readonly items: readonly DriveItem[];
  /** `$skiptoken` of the next page; null: this was the last. */
  readonly next: string | null;
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

/** One page of a collection by `$top`, `$orderby` and `$skiptoken`. @returns null when one of them is not valid. */
export function pageOf(items: readonly DriveItem[], query: TextMembers): Page | null {
  const top = query['$top'] === undefined ? DEFAULT_TOP : Number(query['$top']);
  const start = query['$skiptoken'] === undefined ? 0 : offsetOf(query['$skiptoken']);
  const order = orderOf(query['$orderby'] ?? 'name');
  if (!Number.isInteger(top) || top < 1 || start === null || !order) return null;
  const end = start + Math.min(top, MAX_TOP);
  const sorted = [...items].sort(order);
  return { items: sorted.slice(start, end), next: end < sorted.length ? tokenOf(end) : null };
}

function orderOf(text: string): Order | null {
  const [name = '', direction = 'asc'] = text.trim().toLowerCase().split(/\s+/);
  const order = orders[name];
  if (!order || !['asc', 'desc'].includes(direction)) return null;
  return direction === 'asc' ? order : (one, other) => order(other, one);
}

function tokenOf(offset: number): string {
  return Buffer.from(`${TOKEN_FORM}${offset}`).toString('base64url');
}

function offsetOf(token: string): number | null {
  const text = Buffer.from(token, 'base64url').toString();
  const offset = Number(text.slice(TOKEN_FORM.length));
  return text.startsWith(TOKEN_FORM) && Number.isInteger(offset) && offset > 0 ? offset : null;
}
