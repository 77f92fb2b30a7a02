import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileQuery } from '../../../contract/api.ts';
import {
  advance,
  readCursor,
  writeCursor,
  isNextPageQuery,
  nextPageQuery,
  type Position,
} from './filesPath.ts';

const root: FileQuery = { view: 'files', folder: null, search: '', sort: null, top: 100 };
const options = { order: { by: 'size', descending: true }, select: true, top: true } as const;
const position: Position = { next: '$skiptoken=a', options, seen: ['12345678'] };
const encoded = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const partsOf = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];

describe('the cursor', () => {
  it('round-trips a position', () => {
    expect(readCursor(root, writeCursor(root, position))).toEqual(position);
    const plain = { ...position, options: { order: null, select: false, top: false } };
    expect(readCursor(root, writeCursor(root, plain))).toEqual(plain);
  });

  it('stays short after many pages', () => {
    const seen = Array.from({ length: 64 }, () => '12345678');
    const next = `$skiptoken=${'a'.repeat(2_900)}`;
    const cursor = writeCursor(root, { ...position, next, seen });
    expect(readCursor(root, cursor)?.next).toBe(next);
  });

  const lists: FileQuery[] = [
    root,
    { ...root, view: 'recent' },
    { ...root, view: 'shared' },
    { ...root, search: 'a' },
    { ...root, search: 'b' },
    { ...root, folder: '01ABC' },
    { ...root, folder: '01ABD' },
    { ...root, folder: '01ABC', drive: 'b!x' },
  ];
  it.each(lists)('of %j belongs to no other list', (list) => {
    const cursor = writeCursor(list, position);
    for (const other of lists) expect(readCursor(other, cursor) !== undefined).toBe(other === list);
  });

  it('stays valid with another page size or order', () => {
    const cursor = writeCursor(root, position);
    expect(readCursor({ ...root, top: 25, sort: { by: 'name', descending: true } }, cursor)).toEqual(
      position,
    );
  });

  it.each([
    '/v1.0/me/drive/root/children?$skiptoken=a',
    "/v1.0/me/drive/root/search(q='x')%2F..%2F..%2Fmessages('id')?$skip=0",
    '',
    'null',
    '[]',
    '{"next":"$skiptoken=a"}',
  ])('rejects %s', (text) => {
    expect(readCursor(root, encoded(text))).toBeUndefined();
  });

  it.each([
    '../../messages',
    '$skiptoken=a&$expand=permissions',
    '$skiptoken=a#',
    '$skiptoken=a\r\nx: y',
    '$skiptoken=%00',
    '$skip=0/../x',
    '?$skiptoken=a',
    '&$skiptoken=a',
  ])('rejects the next page parameters %s', (next) => {
    const parts = partsOf(writeCursor(root, position));
    expect(readCursor(root, encoded(parts.with(5, next)))).toBeUndefined();
  });

  it.each([
    [0, 2],
    [1, 'else'],
    [2, 'color'],
    [2, 'name desc&$expand=x'],
    [3, 'yes'],
    [6, ['a'.repeat(13)]],
    [6, Array.from({ length: 65 }, () => 'a')],
  ])('rejects part %i with the value %j', (index, value) => {
    const parts = partsOf(writeCursor(root, position));
    expect(readCursor(root, encoded(parts.with(index, value)))).toBeUndefined();
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => void readCursor(root, text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void readCursor(root, encoded(value))));
  });
});

describe('advance', () => {
  const follow = (...steps: string[]) =>
    steps.reduce<Position | undefined>((at, next) => at && advance(at.seen, next, options), {
      ...position,
      seen: [],
    });

  it('returns a position for each new page', () => {
    expect(follow('$skip=1', '$skip=2', '$skip=3')?.next).toBe('$skip=3');
  });

  it.each([[['a', 'a']], [['a', 'b', 'a']], [['a', 'b', 'c', 'd', 'b']]])(
    'returns undefined for a cycle: %j',
    (steps) => {
      expect(follow(...steps.map((step) => `$skiptoken=${step}`))).toBeUndefined();
    },
  );
});

const graph = 'https://graph.microsoft.com/v1.0/me/drive/root/children';

describe('nextPageQuery', () => {
  it.each([
    [`${graph}?$top=100&$skiptoken=UGFnZWQ9VFJVRQ`, '$skiptoken=UGFnZWQ9VFJVRQ'],
    [`${graph}?$skipToken=a`, '$skiptoken=a'],
    [`${graph}?%24skiptoken=a`, '$skiptoken=a'],
    [`${graph}?%24SkipToken=a`, '$skiptoken=a'],
    [`${graph}?skiptoken=a`, '$skiptoken=a'],
    [`${graph}?$skip=100`, '$skip=100'],
    [`${graph}?$skiptoken=a&$skip=100`, '$skiptoken=a&$skip=100'],
    [`${graph}?$skiptoken=a&$skiptoken=b`, '$skiptoken=a'],
    ['https://elsewhere.example/v1.0/me/messages?$skiptoken=a', '$skiptoken=a'],
    ['https://graph.microsoft.com/v1.0/drives/b!x/items/X%21101/children?$skiptoken=a', '$skiptoken=a'],
    ['/v1.0/me/drive/root/children?$skiptoken=a', '$skiptoken=a'],
    ['?$skiptoken=a', '$skiptoken=a'],
    [`${graph}?$skiptoken=Paged%3dTRUE%26p_ID%3d5&x=1#part`, '$skiptoken=Paged%3dTRUE%26p_ID%3d5'],
    [`${graph}?$skiptoken=s!MTYy+/=?;`, '$skiptoken=s!MTYy+/=?;'],
  ])('returns for %s only %s', (link, next) => {
    expect(nextPageQuery(link)).toBe(next);
  });

  it.each([
    [graph],
    [`${graph}?$top=100`],
    [`${graph}?$skiptoken=`],
    [`${graph}?$skiptoken`],
    [`${graph}?$skip=-1`],
    [`${graph}?$skip=1e3`],
    [`${graph}?$skiptoken=a%0d%0aX:1`],
    [`${graph}?$skiptoken=a%zz`],
    [`${graph}?$skiptoken=a b`],
    [`${graph}?$skiptoken=\u0000`],
    [`${graph}?$skiptoken=${'a'.repeat(3_001)}`],
    [`${graph}#?$skiptoken=a`],
    [''],
    [null],
    [7],
    [{ $skiptoken: 'a' }],
  ])('returns undefined for %s', (link) => {
    expect(nextPageQuery(link)).toBeUndefined();
  });

  it('returns no other parameter, whatever the link', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (text) => {
        const next = nextPageQuery(`${graph}?$skiptoken=${text}`);
        if (next === undefined) return;
        expect(isNextPageQuery(next)).toBe(true);
        const url = new URL(`${graph}?$top=1&${next}`);
        expect(url.pathname).toBe('/v1.0/me/drive/root/children');
        expect([...url.searchParams.keys()].sort()).toEqual(
          expect.arrayContaining(['$skiptoken', '$top']) as string[],
        );
        expect(url.hash).toBe('');
      }),
    );
  });
});

it.each([
  '$skiptoken=a&$expand=b',
  '$skiptoken=a&$skiptoken=b',
  '$top=1',
  '$skiptoken=a#b',
  '$skip=a',
  '',
  '&',
])('isNextPageQuery rejects %s', (text) => {
  expect(isNextPageQuery(text)).toBe(false);
});
