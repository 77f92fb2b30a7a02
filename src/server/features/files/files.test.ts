import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileQuery } from '../../../contract/api.ts';
import { startTestServer, type TestServer } from '../../../../tests/server/testServer.ts';
import { writeCursor, optionsToTry, pagePath } from './filesPath.ts';
import { toPage } from './readFiles.ts';
import { readFilesRequest } from './index.ts';

const endpoint = 'https://graph.microsoft.com';
const root: FileQuery = { view: 'files', folder: null, search: '', sort: null, top: 100 };
const options = { order: null, select: true, top: true };
const cursorOf = (change: Partial<FileQuery>) =>
  writeCursor({ ...root, ...change }, { next: '$skiptoken=a', options, seen: [] });
const item = {
  id: '01ABC!1',
  name: 'Plan.docx',
  size: 12000,
  webUrl: 'https://contoso.sharepoint.com/Doc.aspx?id=1',
  lastModifiedDateTime: '2026-01-02T03:04:05Z',
  file: { mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
};

describe('toPage', () => {
  it('keeps the valid items of a page with hostile ones', () => {
    const value = [item, null, 7, { ...item, webUrl: 'javascript:1' }, item];
    const read = toPage({ value }, root, { options, seen: [] });
    expect(read.items).toHaveLength(2);
    expect(read).toMatchObject({ droppedItems: 3, droppedLink: false, next: null });
  });

  it('leaves out deleted and root items without counting them as dropped', () => {
    const value = [{ ...item, deleted: {} }, { ...item, root: {} }, item];
    const read = toPage({ value }, root, { options, seen: [] });
    expect([read.items.length, read.droppedItems]).toEqual([1, 0]);
  });
});

describe('the request to Graph', () => {
  const asked = (given: Record<string, unknown>) => {
    const query = readFilesRequest(given);
    return pagePath(query, optionsToTry(query)[0], null);
  };
  const members =
    '$select=id,name,size,webUrl,lastModifiedDateTime,folder,file,package,bundle,remoteItem,parentReference,root,deleted,malware';

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
    [
      { folder: '01ABC', drive: 'b!x-Y_z', sort: 'name' },
      `/v1.0/drives/b!x-Y_z/items/01ABC/children?$top=100&${members}&$orderby=name`,
    ],
    [
      { search: '..%2F..%2Fme/messages?$x=1#;\\' },
      `/v1.0/me/drive/root/search(q='..%202F..%202Fme%20messages%20%24x%3D1')?$top=100&${members}`,
    ],
    [
      { search: "x')/../../messages('" },
      `/v1.0/me/drive/root/search(q='x'')%20..%20..%20messages(''')?$top=100&${members}`,
    ],
    [{ view: 'shared' }, `/v1.0/me/drive/sharedWithMe?${members}`],
  ])('for %o', (given, path) => {
    expect(asked(given)).toBe(path);
  });

  it('keeps any search text within its path segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const url = new URL(endpoint + asked({ search: `x${text}` }));
        const [, q] = /^\/v1\.0\/me\/drive\/root\/search\(q='(.*)'\)$/.exec(url.pathname) ?? [];
        expect(q).toBeDefined();
        expect(q).not.toMatch(/%(?:2f|5c|3f|23|3b|25|0)/i);
        expect(decodeURIComponent(q ?? '')).toMatch(/^(?:[^'/\\?#;%]|'')*$/);
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
    { search: 'a\u0000b' },
    { search: 'a\r\nb' },
    { folder: 'a%2Fb' },
    { folder: 'a%252Fb' },
    { folder: 'a%5Cb' },
    { folder: 'a\\b' },
    { folder: 'a;b' },
    { folder: 'a?b' },
    { folder: 'a#b' },
    { folder: '..' },
    { folder: '.' },
    { folder: 'a\n' },
    { folder: 'ａ' },
    { folder: ['a', 'b'] },
    { drive: 'b!x' },
    { drive: 'b!x', search: 'a' },
    { view: 'recent', drive: 'b!x' },
    { drive: '../x', folder: 'a' },
    { drive: 'b%21x', folder: 'a' },
    { drive: "b!x')", folder: 'a' },
    { drive: { a: 'b' }, folder: 'a' },
    { search: ['a', 'b'] },
    { sort: 'color' },
    { sort: '--name' },
    { top: '0' },
    { top: '201' },
    { top: '1e2' },
    { top: '-1' },
    { cursor: { a: 'b' } },
  ])('is rejected for %o', (given) => {
    expect(() => readFilesRequest(given)).toThrow(expect.objectContaining({ code: 'request_invalid' }));
  });
});

describe('GET /api/files', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('returns all pages', async () => {
    server.answerGraph(({ url }) => {
      const page = Number((url.searchParams.get('$skiptoken') ?? 't0').slice(1));
      const next = `${server.graph.origin}/v1.0/me/drive/root/children?$top=100&$skiptoken=t${page + 1}`;
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
    `cursor=${Buffer.from('/v1.0/me/drive/root/children?$skiptoken=a').toString('base64url')}`,
    'folder=a%252Fb',
    'folder=a&drive=..%2Fx',
    'search=a%00b',
  ])('rejects ?%s', async (query) => {
    const asked = server.graph.requests.length;
    const reply = await server.get(`/api/files?${query}`, await server.token());
    expect(reply.problem).toMatchObject({ status: 400, code: 'request_invalid' });
    expect(server.graph.requests).toHaveLength(asked);
  });

  it('returns a detail for an expired cursor', async () => {
    server.answerGraph({ status: 410, json: { error: { code: 'resyncRequired' } } });
    const reply = await server.get(`/api/files?cursor=${cursorOf({})}`, await server.token());
    expect(reply.problem).toMatchObject({ status: 400, code: 'request_invalid' });
  });

  it('returns an empty list for an empty drive', async () => {
    server.answerGraph({ json: { value: [] } });
    const reply = await server.get('/api/files', await server.token());
    expect(reply.json).toEqual({ items: [], nextCursor: null });
  });

  it('returns recent files newest first, without folders', async () => {
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

  it('returns not_found for a missing folder, not no_drive', async () => {
    server.answerGraph({ status: 404, json: { error: { code: 'itemNotFound' } } });
    const reply = await server.get('/api/files?folder=01ABC', await server.token());
    expect(reply.problem).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('rejects the cursor of another list', async () => {
    const asked = server.graph.requests.length;
    const reply = await server.get(`/api/files?view=shared&cursor=${cursorOf({})}`, await server.token());
    expect(reply.problem).toMatchObject({ code: 'request_invalid' });
    expect(server.graph.requests).toHaveLength(asked);
  });

  const page = (items: object[], nextLink?: string) => ({
    json: { value: items, ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }) },
  });
  const named = (...names: string[]) => names.map((name) => ({ ...item, id: name, name }));
  const namesIn = ({ json }: { json: Record<string, unknown> }) =>
    (json['items'] as { name: string }[]).map(({ name }) => name);
  const get = async (query: string) => server.get(`/api/files?${query}`, await server.token());
  /** Path and query of the Graph requests since `before`. */
  const askedSince = (before: number) =>
    server.graph.requests.slice(before).map(({ url }) => decodeURIComponent(url.pathname + url.search));

  it('uses only the skip token of a link to another host', async () => {
    server.answerGraph(page(named('a'), 'https://elsewhere.example/v1.0/me/messages?$skiptoken=t1'));
    const first = await get('sort=size&top=25');
    const before = server.graph.requests.length;
    server.answerGraph(page(named('b')));
    const second = await get(`sort=size&top=25&cursor=${first.json['nextCursor'] as string}`);
    expect(namesIn(second)).toEqual(['b']);
    expect(askedSince(before)).toEqual([
      expect.stringMatching(
        /^\/v1\.0\/me\/drive\/root\/children\?\$top=25&.*&\$orderby=size&\$skiptoken=t1$/,
      ),
    ]);
  });

  it.each([
    ['the token of the same page', ['t1', 't1']],
    ['a cycle of tokens', ['t1', 't2', 't1']],
  ])('ends a list with %s and marks it as incomplete', async (_name, tokens) => {
    let cursor: string | undefined;
    for (const [index, token] of tokens.entries()) {
      server.answerGraph(page(named(`${index}`), `https://graph.example/?$skiptoken=${token}`));
      const { json } = await get(cursor === undefined ? '' : `cursor=${cursor}`);
      const isLast = index === tokens.length - 1;
      expect(json['incomplete']).toBe(isLast ? true : undefined);
      expect(json['nextCursor'] === null).toBe(isLast);
      cursor = String(json['nextCursor']);
    }
    expect(server.log.take('warn')).toMatchObject([{ droppedLink: true }]);
  });

  it('marks a list as incomplete if its link has no token', async () => {
    server.answerGraph(page(named('a'), 'https://graph.example/v1.0/me/drive/root/children'));
    expect((await get('')).json).toMatchObject({ nextCursor: null, incomplete: true });
    expect(server.log.take('warn')).toMatchObject([{ droppedLink: true }]);
  });

  it('skips empty pages', async () => {
    const before = server.graph.requests.length;
    server.answerGraph(
      page([], '?$skiptoken=t1'),
      page([], '?$skiptoken=t2'),
      page(named('a'), '?$skiptoken=t3'),
    );
    const reply = await get('');
    expect(namesIn(reply)).toEqual(['a']);
    expect(reply.json['nextCursor']).not.toBeNull();
    expect(askedSince(before)).toHaveLength(3);
  });

  it('skips pages with only folders in the recent files', async () => {
    const folders = named('f1', 'f2').map((folder) => ({ ...folder, folder: {} }));
    server.answerGraph(page(folders, '?$skiptoken=t1'), page(named('a.docx')));
    expect(namesIn(await get('view=recent'))).toEqual(['a.docx']);
  });

  it('returns a cursor after the maximum number of empty pages', async () => {
    const before = server.graph.requests.length;
    server.answerGraph(({ url }) => {
      const token = Number((url.searchParams.get('$skiptoken') ?? 't0').slice(1));
      return page([], `?$skiptoken=t${token + 1}`);
    });
    const { json } = await get('');
    expect(json).toMatchObject({ items: [], nextCursor: expect.any(String) as string });
    expect(askedSince(before)).toHaveLength(6);
    await get(`cursor=${json['nextCursor'] as string}`);
    expect(server.graph.requests[before + 6]?.url.searchParams.get('$skiptoken')).toBe('t6');
  });

  it('ends a cycle of empty pages', async () => {
    server.answerGraph(page([], '?$skiptoken=t1'));
    expect((await get('')).json).toEqual({ items: [], nextCursor: null, incomplete: true });
    server.log.take('warn');
  });

  it('lists a folder of another drive', async () => {
    const before = server.graph.requests.length;
    server.answerGraph(page([{ ...item, folder: {} }]));
    const { json } = await get('folder=01ABC&drive=b!x');
    expect(askedSince(before)[0]).toMatch(/^\/v1\.0\/drives\/b!x\/items\/01ABC\/children\?/);
    expect(json['items']).toMatchObject([{ opens: { drive: 'b!x', folder: '01ABC!1' } }]);
  });

  it('returns nothing for a search without words, without a request to Graph', async () => {
    const before = server.graph.requests.length;
    expect((await get('search=%2F%25%23')).json).toEqual({ items: [], nextCursor: null });
    expect(askedSince(before)).toEqual([]);
  });

  it('returns the path of each file in a search', async () => {
    server.answerGraph(page([{ ...item, parentReference: { path: '/drive/root:/Plans/2027' } }]));
    expect((await get('search=plan')).json['items']).toMatchObject([{ path: ['Plans', '2027'] }]);
  });
});

describe('options that Graph rejects', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  type Refuses = (options: URLSearchParams) => boolean;
  const refusing = (refuses: Refuses, code = 'invalidRequest', status = 400) => {
    server.answerGraph(({ url }) =>
      refuses(url.searchParams)
        ? { status, json: { error: { code, message: 'Nicht unterstützt.' } } }
        : { json: { value: [item], '@odata.nextLink': '?$skiptoken=t1' } },
    );
  };
  const order = (allowed: string | null) => (options: URLSearchParams) =>
    options.has('$orderby') && options.get('$orderby') !== allowed;
  const get = async (query: string) => server.get(`/api/files?${query}`, await server.token());

  it.each<[string, string, Refuses, unknown]>([
    [
      'falls back to ordering by name',
      'sort=-lastModified',
      order('name'),
      { by: 'name', descending: false },
    ],
    [
      'falls back within a folder',
      'sort=size&folder=01ABC',
      order('name'),
      { by: 'name', descending: false },
    ],
    ['falls back from descending names', 'sort=-name', order('name'), { by: 'name', descending: false }],
    ['falls back to no order', 'sort=size', order(null), null],
    ['falls back to no order by name', 'sort=name', order(null), null],
    ['falls back to no order in a search', 'sort=size&search=a', order(null), null],
    ['falls back to no order for recent files', 'view=recent', order(null), null],
    ['drops the selection and keeps the order', 'sort=name', (o) => o.has('$select'), undefined],
    ['drops the selection of shared files', 'view=shared', (o) => o.has('$select'), undefined],
    ['drops the page size', 'sort=name', (o) => o.has('$top'), null],
    ['drops the page size without an order', '', (o) => o.has('$top'), undefined],
  ])('%s (%s)', async (_name, query, refuses, sort) => {
    refusing(refuses);
    const { status, json } = await get(query);
    expect(status).toBe(200);
    expect(json['items']).toHaveLength(1);
    expect(json['sort']).toEqual(sort);
  });

  it.each([
    ['notSupported', 400],
    ['NotSupported', 501],
    ['BadRequest', 400],
    ['invalidQueryOption', 400],
    ['UnknownError', 400],
    ['', 400],
    ['notSupported', 403],
    ['unprocessableEntity', 422],
  ])('recognizes the code %j (%i)', async (code, status) => {
    refusing(order('name'), code, status);
    expect((await get('sort=size')).json['sort']).toEqual({ by: 'name', descending: false });
  });

  it('reads the code of a nested error', async () => {
    server.answerGraph(({ url }) =>
      url.searchParams.get('$orderby') === 'size'
        ? { status: 403, json: { error: { code: 'x', innererror: { code: 'notSupported' } } } }
        : { json: { value: [] } },
    );
    expect((await get('sort=size')).json['sort']).toEqual({ by: 'name', descending: false });
  });

  it('uses the accepted options for the next pages', async () => {
    refusing(order('name'));
    const first = await get('sort=size');
    const before = server.graph.requests.length;
    const second = await get(`sort=size&cursor=${first.json['nextCursor'] as string}`);
    expect(server.graph.requests.slice(before).map(({ url }) => url.searchParams.get('$orderby'))).toEqual([
      'name',
    ]);
    expect(second.json['sort']).toEqual({ by: 'name', descending: false });
    server.log.take('warn');
  });

  it('does not report a dropped order for a single page of recent files', async () => {
    server.answerGraph(({ url }) =>
      url.searchParams.has('$orderby') ? { status: 400, json: {} } : { json: { value: [item] } },
    );
    expect((await get('view=recent')).json).not.toHaveProperty('sort');
  });

  it('gives up after the request without options', async () => {
    const before = server.graph.requests.length;
    refusing(() => true);
    expect((await get('sort=size')).problem).toMatchObject({ status: 502, code: 'graph_error' });
    const asked = server.graph.requests.slice(before);
    expect(asked).toHaveLength(6);
    expect(asked.at(-1)?.url.search).toBe('');
  });

  it('maps BadRequest without options to no_drive, in any language', async () => {
    refusing(() => true, 'BadRequest');
    expect((await get('sort=size')).problem).toMatchObject({ status: 404, code: 'no_drive' });
  });

  it.each([
    ['denied access', 403, 'accessDenied', 'access_denied'],
    ['a throttled request', 400, 'activityLimitReached', 'throttled'],
    ['an outage', 503, 'serviceNotAvailable', 'graph_unavailable'],
  ])('does not try other options after %s', async (_name, status, code, problem) => {
    refusing(() => true, code, status);
    const before = server.graph.requests.length;
    expect((await get('sort=size')).problem.code).toBe(problem);
    expect(new Set(server.graph.requests.slice(before).map(({ url }) => url.search)).size).toBe(1);
  });
});
