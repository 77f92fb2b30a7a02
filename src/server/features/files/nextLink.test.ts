import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNextPageQuery, nextPageQuery } from './nextLink.ts';

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
