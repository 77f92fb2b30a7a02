import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/testServer.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { fileKind } from './fileKind.ts';
import { toFileItem } from './fileItem.ts';
import { toPage } from './files.ts';

const endpoint = 'https://graph.microsoft.com';
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
    ['a name that is no text', { name: { toString: 'x' } }],
    ['a name of control characters', { name: '\u0000\u202e' }],
    ['no id', { id: '' }],
    ['a time that is none', { lastModifiedDateTime: 'yesterday' }],
  ])('leaves out an item with %s', (_name, change) => {
    expect(toFileItem({ ...item, ...change })).toBeNull();
  });

  it('cleans what can be cleaned', () => {
    const cleaned = toFileItem({ ...item, name: 'Pay\u202exslx.exe\n', size: -5, file: 'x', folder: null });
    expect(cleaned).toMatchObject({ name: 'Payxslx.exe', size: 0, kind: 'other' });
    expect(toFileItem({ ...item, name: '<img src=x onerror=alert(1)>' })?.name).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });

  it('throws for nothing at all', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void toFileItem(value)));
  });
});

describe('toPage', () => {
  it('keeps the good items of a page with hostile ones', () => {
    const read = toPage({ value: [item, null, 7, { ...item, webUrl: 'javascript:1' }, item] }, endpoint);
    expect(read.page.items).toHaveLength(2);
    expect(read).toMatchObject({ droppedItems: 3, droppedLink: false, page: { nextCursor: null } });
  });

  it('does not hand on a link that leads elsewhere', () => {
    const read = toPage(
      { value: [item], '@odata.nextLink': 'https://evil.example/v1.0/me?$skiptoken=1' },
      endpoint,
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
    const cursor = cursorOf(endpoint + next, endpoint) ?? '';
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(cursor, endpoint)).toBe(next);
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
    expect(readCursor(Buffer.from(forged).toString('base64url'), endpoint)).toBeUndefined();
    expect(cursorOf(endpoint + forged, endpoint)).toBeUndefined();
  });

  it('leads to the endpoint, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.base64String()), (text) => {
        const read =
          readCursor(Buffer.from(text).toString('base64url'), endpoint) ?? readCursor(text, endpoint);
        if (read !== undefined) expect(new URL(endpoint + read).origin).toBe(endpoint);
      }),
    );
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
});
