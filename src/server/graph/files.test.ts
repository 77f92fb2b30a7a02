import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/testServer.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { fileKind } from './fileKind.ts';
import { toFileItem } from './fileItem.ts';
import { toPage } from './files.ts';
import { firstPage, type FileList } from './filesPath.ts';
import { readFilesRequest } from './fileQuery.ts';

const endpoint = 'https://graph.microsoft.com';
const root: FileList = { kind: 'root' };
const item = {
  id: '01ABC!1',
  name: 'Plan.docx',
  size: 12000,
  webUrl: 'https://contoso.sharepoint.com/Doc.aspx?id=1',
  lastModifiedDateTime: '2026-01-02T03:04:05Z',
  file: { mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
};

describe('toFileItem', () => {
  it('reads an item of Graph', () => {
    expect(toFileItem(item)).toEqual({
      id: '01ABC!1',
      name: 'Plan.docx',
      kind: 'document',
      webUrl: item.webUrl,
      size: 12000,
      lastModified: '2026-01-02T03:04:05.000Z',
    });
  });

  it.each([
    ['an address with a script', { webUrl: 'javascript:alert(1)' }],
    ['an address without https', { webUrl: 'http://contoso.example/' }],
    ['a password in the address', { webUrl: 'https://user:password@contoso.example/' }],
    ['no address', { webUrl: undefined }],
    ['a script as the address of another drive', { webUrl: undefined, remoteItem: { webUrl: 'data:,x' } }],
    ['a name that is no text', { name: { toString: 'x' } }],
    ['a name of control characters', { name: '\u0000\u202e' }],
    ['no id', { id: '' }],
    ['a time that is none', { lastModifiedDateTime: 'yesterday' }],
  ])('leaves out an item with %s', (_name, change) => {
    expect(toFileItem({ ...item, ...change })).toBeNull();
  });

  it('cleans what can be cleaned', () => {
    const cleaned = toFileItem({ ...item, name: 'Pay\u202exslx.exe\n', size: -5, file: 'x', folder: null });
    expect(cleaned).toMatchObject({ name: 'Payxslx.exe', size: null, kind: 'other' });
    expect(toFileItem({ ...item, name: '<img src=x onerror=alert(1)>' })?.name).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });

  it('takes the facts of an item in another drive from where they stand, and knows that some are missing', () => {
    const { webUrl, name, size } = item;
    expect(toFileItem({ id: 's1', remoteItem: { id: 'r', name, webUrl, size, folder: {} } })).toEqual({
      id: 's1',
      name,
      kind: 'folder',
      webUrl,
      size: 12000,
      lastModified: null,
    });
    expect(toFileItem({ id: 's1', name, webUrl, remoteItem: 7 })).toMatchObject({
      size: null,
      lastModified: null,
    });
  });

  it('throws for nothing at all', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void toFileItem(value)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void toFileItem({ ...item, remoteItem: value })));
  });
});

describe('toPage', () => {
  it('keeps the good items of a page with hostile ones', () => {
    const read = toPage(
      { value: [item, null, 7, { ...item, webUrl: 'javascript:1' }, item] },
      endpoint,
      root,
    );
    expect(read.page.items).toHaveLength(2);
    expect(read).toMatchObject({ droppedItems: 3, droppedLink: false, page: { nextCursor: null } });
  });

  it('does not hand on a link that leads elsewhere', () => {
    const read = toPage(
      { value: [item], '@odata.nextLink': 'https://evil.example/v1.0/me?$skiptoken=1' },
      endpoint,
      root,
    );
    expect(read).toMatchObject({ droppedLink: true, page: { nextCursor: null } });
  });
});

describe('the cursor', () => {
  const path = '/v1.0/me/drive/root/children?$top=100&$select=id,name&$skiptoken=UGFnZWQ9VFJVRQ';

  it.each([
    path,
    "/v1.0/users('48d31887-5fad-4d73-a9f5-3c356e68a038')/drive/root/children?$skiptoken=a",
    "/v1.0/drives('b!xYz-1')/root/children?$skiptoken=a",
    '/v1.0/drives/b!xYz-1/items/01ABC/children?$skip=100',
  ])('brings back %s', (next) => {
    const cursor = cursorOf(endpoint + next, endpoint, root) ?? '';
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(cursor, endpoint, root)).toBe(next);
  });

  it.each([
    '/v1.0/me/messages?$skiptoken=a',
    '/v1.0/me/drive/root/children',
    '/v1.0/me/drive/root/children/../../../messages?$skiptoken=a',
    '/v1.0/me/drive/root/%2e%2e/children?$skiptoken=a',
    '/v1.0/me/drive/root/children?$skiptoken=a&$expand=permissions',
    '/v1.0/drives/x%2f..%2f../items/1/children?$skip=1',
    '/beta/me/drive/root/children?$skiptoken=a',
    '//evil.example/v1.0/me/drive/root/children?$skiptoken=a',
    '@evil.example/v1.0/me/drive/root/children?$skiptoken=a',
    '.evil.example/v1.0/me/drive/root/children?$skiptoken=a',
    ':444/v1.0/me/drive/root/children?$skiptoken=a',
    `/v1.0/me/drive/root/children?$skiptoken=${'a'.repeat(5000)}`,
  ])('does not take %s', (forged) => {
    expect(readCursor(Buffer.from(forged).toString('base64url'), endpoint, root)).toBeUndefined();
    expect(cursorOf(endpoint + forged, endpoint, root)).toBeUndefined();
  });

  const search: FileList = { kind: 'search' };
  const shared: FileList = { kind: 'shared' };
  const folder: FileList = { kind: 'folder', id: '01ABC' };
  const links: [path: string, lists: FileList[]][] = [
    ['/v1.0/me/drive/root/children?$skiptoken=a', [root]],
    ["/v1.0/me/drive/root/search(q='a%20''b')?$skiptoken=a", [search]],
    ["/v1.0/me/drive/root/microsoft.graph.search(q='')?$orderby=name&$skiptoken=a", [search]],
    ["/v1.0/drives('b!x')/root/microsoft.graph.search(q=%27a%27)?$skiptoken=a", [search]],
    ['/v1.0/me/drive/sharedWithMe?$skiptoken=a', [shared]],
    ["/v1.0/drives('b!x')/microsoft.graph.sharedWithMe()?$skiptoken=a", [shared]],
    ['/v1.0/me/drive/items/01ABC/children?$skiptoken=a', [root, folder]],
    ["/v1.0/drives('b!x')/items('01ABC')/children?$skiptoken=a", [root, folder]],
    ['/v1.0/me/drive/items/01ABD/children?$skiptoken=a', [root]],
    ["/v1.0/me/drive/root/search(q='a')/../../../messages?$skiptoken=a", []],
    ["/v1.0/me/drive/root/search(q='a/b')/children?$skiptoken=a", []],
    ["/v1.0/me/drive/root/search(q='a')/permissions?$skiptoken=a", []],
  ];
  it.each(links)('%s belongs to its own list', (next, lists) => {
    for (const list of [root, search, shared, folder]) {
      const cursor = Buffer.from(next).toString('base64url');
      expect(readCursor(cursor, endpoint, list) !== undefined, list.kind).toBe(lists.includes(list));
      expect(cursorOf(endpoint + next, endpoint, list) !== undefined, list.kind).toBe(lists.includes(list));
    }
  });

  it('leads to the endpoint, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.base64String()),
        fc.constantFrom(root, search, shared, folder),
        (text, list) => {
          const read =
            readCursor(Buffer.from(text).toString('base64url'), endpoint, list) ??
            readCursor(text, endpoint, list);
          if (read !== undefined) expect(new URL(endpoint + read).origin).toBe(endpoint);
        },
      ),
    );
  });
});

describe('what Graph is asked for', () => {
  const asked = (given: Record<string, unknown>) => firstPage(readFilesRequest(given));
  const members = '$select=id,name,size,webUrl,lastModifiedDateTime,folder,file';

  it.each([
    [{}, `/v1.0/me/drive/root/children?$top=100&${members}`],
    [
      { view: 'files', sort: '-lastModified', top: '25', folder: '', search: '' },
      `/v1.0/me/drive/root/children?$top=25&${members}&$orderby=lastModifiedDateTime%20desc`,
    ],
    [
      { folder: '01ABC!7', sort: 'size' },
      `/v1.0/me/drive/items/01ABC!7/children?$top=100&${members}&$orderby=size`,
    ],
    [{ search: ' plan ' }, `/v1.0/me/drive/root/search(q='plan')?$top=100&${members}`],
    [{ search: "O'Neil" }, `/v1.0/me/drive/root/search(q='O''Neil')?$top=100&${members}`],
    [
      { view: 'recent' },
      `/v1.0/me/drive/root/search(q='')?$top=100&${members}&$orderby=lastModifiedDateTime%20desc`,
    ],
    [{ view: 'shared' }, `/v1.0/me/drive/sharedWithMe?${members},remoteItem`],
  ])('%o', (given, path) => {
    expect(asked(given)).toBe(path);
  });

  it('no text to search for leaves its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const url = new URL(endpoint + asked({ search: `x${text}` }));
        const [, q] = /^\/v1\.0\/me\/drive\/root\/search\(q='(.*)'\)$/.exec(url.pathname) ?? [];
        expect(q).toBeDefined();
        expect(decodeURIComponent(q ?? '')).toMatch(/^(?:[^']|'')*$/);
        expect([...url.searchParams.keys()]).toEqual(['$top', '$select']);
      }),
    );
  });

  it.each([
    { view: 'all' },
    { view: 'recent', folder: 'a' },
    { view: 'shared', search: 'a' },
    { view: 'recent', sort: 'name' },
    { folder: 'a', search: 'b' },
    { folder: '../x' },
    { folder: 'a/b' },
    { folder: 'a:b' },
    { folder: "a'" },
    { folder: 'a'.repeat(257) },
    { search: 'a'.repeat(201) },
    { search: '\ud800' },
    { search: ['a', 'b'] },
    { sort: 'colour' },
    { sort: '--name' },
    { top: '0' },
    { top: '201' },
    { top: '1e2' },
    { top: '-1' },
    { cursor: { a: 'b' } },
  ])('refuses %o', (given) => {
    expect(() => readFilesRequest(given)).toThrow(expect.objectContaining({ code: 'request_invalid' }));
  });
});

it.each([
  ['a.DOCX', '', false, 'document'],
  ['a.xlsm', '', false, 'workbook'],
  ['a.csv', 'text/csv', false, 'workbook'],
  ['a.pptx', '', false, 'presentation'],
  ['a.jpeg', '', false, 'image'],
  ['photo', 'image/heic', false, 'image'],
  ['scan', 'application/pdf', false, 'pdf'],
  ['letter', 'application/msword', false, 'document'],
  ['a.docx', '', true, 'folder'],
  ['notebook', '', false, 'other'],
  ['a.constructor', '', false, 'other'],
])('%s (%s, folder %s) is a %s', (name, mime, folder, kind) => {
  expect(fileKind(name, mime, folder)).toBe(kind);
});

describe('GET /api/files', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('goes through all pages', async () => {
    server.answerGraph(({ url }) => {
      const page = Number(url.searchParams.get('$skiptoken') ?? '0');
      const next = `${server.graph.origin}/v1.0/me/drive/root/children?$top=100&$skiptoken=${page + 1}`;
      return {
        json: {
          value: [{ ...item, name: `${page}.docx` }],
          ...(page < 2 ? { '@odata.nextLink': next } : {}),
        },
      };
    });
    const names: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { json } = await server.get(`/api/files?cursor=${cursor}`, await server.token());
      const page = json as { items: { name: string }[]; nextCursor: string | null };
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(names).toEqual(['0.docx', '1.docx', '2.docx']);
  });

  it.each([
    'cursor=x',
    'cursor=%00',
    'cursor=a&cursor=b',
    `cursor=${'a'.repeat(5000)}`,
    'cursor=L3YxLjAvbWU',
  ])('refuses ?%s', async (query) => {
    const asked = server.graph.requests.length;
    const reply = await server.get(`/api/files?${query}`, await server.token());
    expect(reply.problem).toMatchObject({ status: 400, code: 'request_invalid' });
    expect(server.graph.requests).toHaveLength(asked);
  });

  it('says so when a cursor has become too old', async () => {
    server.answerGraph({ status: 410, json: { error: { code: 'resyncRequired' } } });
    const cursor = Buffer.from('/v1.0/me/drive/root/children?$skiptoken=a').toString('base64url');
    const reply = await server.get(`/api/files?cursor=${cursor}`, await server.token());
    expect(reply.problem).toMatchObject({ status: 400, code: 'request_invalid' });
  });

  it('is an empty list for an empty drive', async () => {
    server.answerGraph({ json: { value: [] } });
    const reply = await server.get('/api/files', await server.token());
    expect(reply.json).toEqual({ items: [], nextCursor: null });
  });

  it('gives the newest files of a search, without the folders', async () => {
    server.answerGraph({
      json: {
        value: [
          { ...item, name: 'old.txt', lastModifiedDateTime: '2026-01-01T00:00:00Z' },
          { ...item, name: 'folder', folder: { childCount: 1 } },
          { ...item, name: 'new.txt', lastModifiedDateTime: '2026-02-01T00:00:00Z' },
        ],
      },
    });
    const reply = await server.get('/api/files?view=recent', await server.token());
    expect((reply.json['items'] as { name: string }[]).map(({ name }) => name)).toEqual([
      'new.txt',
      'old.txt',
    ]);
  });

  it('a folder that is gone is not a missing drive', async () => {
    server.answerGraph({ status: 404, json: { error: { code: 'itemNotFound' } } });
    const reply = await server.get('/api/files?folder=01ABC', await server.token());
    expect(reply.problem).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('does not take the cursor of another list', async () => {
    const asked = server.graph.requests.length;
    const cursor = Buffer.from('/v1.0/me/drive/root/children?$skiptoken=a').toString('base64url');
    const reply = await server.get(`/api/files?view=shared&cursor=${cursor}`, await server.token());
    expect(reply.problem).toMatchObject({ code: 'request_invalid' });
    expect(server.graph.requests).toHaveLength(asked);
  });
});
