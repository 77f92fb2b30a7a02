import { mkdir, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi, afterEach } from 'vitest';
import { OTHER_TENANT, USER } from '../../../../tests/server/stubService.ts';
import {
  bearerLine,
  openSocket,
  rawGet,
  startTestServer,
  type TestServer,
} from '../../../../tests/server/testServer.ts';
import { defaultPreferences } from '../../../contract/api.ts';

describe('the API', () => {
  const PATH = '/api/preferences';
  const wanted = { ...defaultPreferences, pageSize: 50, language: 'ar', welcomed: true };
  let server: TestServer;
  let token: string;
  let person = 0;

  beforeAll(async () => {
    server = await startTestServer();
    // Requests get a 503 while the database is being created.
    const first = await somebody();
    await vi.waitFor(async () => expect((await server.get(PATH, first)).status).toBe(200), 60_000);
    server.log.take('warn');
  }, 60_000);
  afterAll(() => server.close());

  /** A new user. */
  async function somebody(): Promise<string> {
    person += 1;
    return await server.token({ oid: `dddddddd-0000-4000-8000-${String(person).padStart(12, '0')}` });
  }

  const put = (body: unknown, headers: Record<string, string> = {}, by = token) =>
    server.get(PATH, by, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const remove = (headers: Record<string, string> = {}) =>
    server.get(PATH, token, { method: 'DELETE', headers });

  describe('/api/preferences', () => {
    beforeAll(async () => void (token = await somebody()));

    it('returns the defaults to a new user, without requests to Entra ID or Graph', async () => {
      const reply = await server.get(PATH, token);
      expect(reply.status).toBe(200);
      expect(reply.json).toEqual(defaultPreferences);
      expect(reply.headers.get('etag')).toBe('"none"');
      expect(reply.headers.get('cache-control')).toBe('private, no-cache, no-transform');
      expect(reply.headers.get('vary')).toContain('Authorization');
      expect(server.exchanges()).toEqual([]);
      expect(server.graph.requests).toEqual([]);
    });

    it('stores preferences, and returns 304 if they are unchanged', async () => {
      token = await somebody();
      const written = await put(wanted);
      expect([written.status, written.json]).toEqual([200, wanted]);
      const etag = written.headers.get('etag') ?? '';
      const read = await server.get(PATH, token);
      expect([read.json, read.headers.get('etag')]).toEqual([wanted, etag]);
      const known = await server.get(PATH, token, { headers: { 'if-none-match': `"x", W/${etag}` } });
      expect([known.status, known.bytes.length]).toEqual([304, 0]);
    });

    it('returns 412 if another device has changed the preferences', async () => {
      token = await somebody();
      const first = await put(wanted, { 'if-match': '"none"' });
      expect(first.status).toBe(200);
      for (const headers of [
        { 'if-match': '"none"' },
        { 'if-none-match': '*' },
        { 'if-match': '"x", "y"' },
        { 'if-match': '"any"' },
        { 'if-match': `W/${first.headers.get('etag')}` },
        { 'if-match': `${first.headers.get('etag')}, no tag` },
        { 'if-match': `${first.headers.get('etag')}, *` },
        { 'if-match': 'no tag' },
        { 'if-match': ',' },
        { 'if-none-match': `"x", W/${first.headers.get('etag')}` },
        { 'if-none-match': 'no tag' },
        { 'if-match': '*', 'if-none-match': first.headers.get('etag') ?? '' },
      ]) {
        const late = await put(defaultPreferences, headers);
        expect([late.status, late.problem.code]).toEqual([412, 'preferences_changed']);
      }
      const listed = `W/"x", "a,b" ,, ${first.headers.get('etag')},`;
      expect((await put(defaultPreferences, { 'if-match': listed })).status).toBe(200);
      expect((await put(wanted, { 'if-none-match': '"x", "none"' })).status).toBe(200);
      expect((await put(wanted, { 'if-match': '*' })).status).toBe(200);
      expect((await put(wanted)).status).toBe(200);
    });

    it('matches `If-Match: *` only if there is a record', async () => {
      token = await somebody();
      expect((await put(wanted, { 'if-match': '*' })).problem.code).toBe('preferences_changed');
      expect((await remove({ 'if-match': '*' })).status).toBe(412);
      await put(wanted);
      expect((await put(wanted, { 'if-match': '*' })).status).toBe(200);
      expect((await remove({ 'if-match': '*' })).status).toBe(204);
    });

    it('deletes the record of the user', async () => {
      token = await somebody();
      await put(wanted);
      expect((await remove({ 'if-match': '"another"' })).status).toBe(412);
      expect((await remove()).status).toBe(204);
      expect((await remove()).status).toBe(204);
      expect((await server.get(PATH, token)).json).toEqual(defaultPreferences);
    });

    it('has a separate record per user and per tenant', async () => {
      const adele = await server.token();
      await put(wanted, {}, adele);
      const elsewhere = await server.token({
        oid: USER,
        tid: OTHER_TENANT,
        iss: `${server.entra.origin}/${OTHER_TENANT}/v2.0`,
      });
      for (const other of [await somebody(), elsewhere]) {
        expect((await server.get(PATH, other)).json).toEqual(defaultPreferences);
      }
      // A renewed token belongs to the same user.
      expect((await server.get(PATH, await server.token({ uti: 'another' }))).json).toEqual(wanted);
      expect((await server.get(PATH)).problem.code).toBe('token_missing');
    });

    it.each<[string, unknown, string]>([
      ['invalid JSON', '{"pageSize":', ''],
      ['an array', [wanted], ''],
      ['a string', '"text"', ''],
      ['a missing member', { ...wanted, sortBy: undefined }, 'sortBy'],
      ['an unknown member', { ...wanted, admin: true }, 'member'],
      ['a prototype', '{"__proto__":{"pageSize":50}}', ''],
      ['an invalid page size', { ...wanted, pageSize: 7 }, 'pageSize'],
      ['a page size as a string', { ...wanted, pageSize: '50' }, 'pageSize'],
      ['an unknown order', { ...wanted, sortBy: 'name; DROP TABLE' }, 'sortBy'],
      ['an invalid language', { ...wanted, language: '<script>' }, 'language'],
      ['an invalid format', { ...wanted, insertFormat: { ...wanted.insertFormat, word: 'x' } }, 'word'],
      ['an unknown application', { ...wanted, insertFormat: { ...wanted.insertFormat, teams: 'list' } }, ''],
    ])('rejects %s, and keeps the stored preferences', async (_what, body, named) => {
      token = await somebody();
      await put(wanted);
      const { status, problem, bytes } = await put(body);
      expect([status, problem.code]).toEqual([400, 'request_invalid']);
      expect(problem.detail ?? '').toContain(named);
      expect(bytes.toString()).not.toMatch(/DROP|script/);
      expect((await server.get(PATH, token)).json).toEqual(wanted);
    });

    it.each<[number, string, string | Buffer, Record<string, string>]>([
      [415, 'text', JSON.stringify(wanted), { 'content-type': 'text/plain' }],
      [415, 'a form', 'pageSize=50', { 'content-type': 'application/x-www-form-urlencoded' }],
      [415, 'a type that begins like JSON', JSON.stringify(wanted), { 'content-type': 'application/jsonx' }],
      [
        415,
        'a character set',
        JSON.stringify(wanted),
        { 'content-type': 'application/json; charset=koi8-r' },
      ],
      [415, 'an encoding', JSON.stringify(wanted), { 'content-encoding': 'zstd-2' }],
      [413, 'too much', JSON.stringify({ ...wanted, language: 'a'.repeat(5_000) }), {}],
      [413, 'too much when unpacked', gzipSync('a'.repeat(5_000)), { 'content-encoding': 'gzip' }],
      [415, 'UTF-16', JSON.stringify(wanted), { 'content-type': 'application/json; charset=utf-16le' }],
      [415, 'two encodings', JSON.stringify(wanted), { 'content-encoding': 'gzip, gzip' }],
      [400, 'bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}],
      [400, 'what is not in the encoding that it names', 'a', { 'content-encoding': 'gzip' }],
    ])('returns %i to %s', async (status, _what, body, headers) => {
      const reply = await server.get(PATH, token, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: new Uint8Array(Buffer.from(body)),
      });
      expect([reply.status, reply.problem.status, reply.problem.code]).toEqual([
        status,
        status,
        'request_invalid',
      ]);
    });
  });

  describe('an unavailable database', () => {
    const unreachable = { DATABASE_URL: 'postgres://somebody:hush@127.0.0.1:9/addin' };

    it.each([
      ['a server that is down', () => Promise.resolve(unreachable)],
      ['a folder that is a file', fileAsFolder],
    ])('(%s) returns 503 immediately, and everything else works', async (_what, settings) => {
      const own = await startTestServer({ settings: await settings() });
      try {
        const reply = await own.get(PATH, await own.token());
        expect([reply.status, reply.problem.code]).toEqual([503, 'preferences_unavailable']);
        expect(reply.headers.get('retry-after')).toBe('5');
        expect((await own.get('/api/me', await own.token())).status).toBe(200);
        expect(own.log.text()).toContain('preferences_unavailable');
        expect(own.log.text() + reply.bytes.toString()).not.toMatch(/hush|somebody/);
      } finally {
        await own.close();
      }
    });

    async function fileAsFolder() {
      const parent = join(server.databaseDir, 'parent');
      await mkdir(parent, { recursive: true });
      await writeFile(join(parent, 'file'), '');
      return { DATABASE_DIR: join(parent, 'file') };
    }
  });
});

describe('a client that disconnects', { tags: ['full'] }, () => {
  let server: TestServer;
  afterEach(async () => {
    await server.close();
    expect(server.log.take('error')).toEqual([]);
  });

  const open = () => openSocket(server);

  describe('PUT /api/preferences', () => {
    const PATH = '/api/preferences';
    const record = { ...defaultPreferences, pageSize: 50 };
    const put = async (...lines: string[]) => {
      const body = JSON.stringify(record);
      const headers = [
        await bearerLine(server),
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
      ];
      return rawGet(PATH, ...headers, ...lines).replace('GET', 'PUT') + body;
    };
    const savedPageSize = async () => {
      const token = await server.token();
      const status = async () => (await server.get(PATH, token)).status;
      await expect.poll(status, { timeout: 60_000, interval: 250 }).toBe(200);
      return (await server.get(PATH, token)).json.pageSize;
    };

    it.each([
      ['disconnects while the database opens', (socket: Socket) => setTimeout(() => socket.destroy(), 50)],
      ['disconnects immediately', (socket: Socket) => socket.destroy()],
      ['resets the connection', (socket: Socket) => setTimeout(() => socket.resetAndDestroy(), 50)],
    ])(
      'does not save for a client that %s',
      async (_when, leave) => {
        server = await startTestServer();
        const { socket } = await open();
        const bytes = await put();
        await new Promise<void>((resolve) => socket.write(bytes + bytes, () => resolve()));
        leave(socket);
        await expect.poll(() => server.log.text()).toContain('499');
        await expect.poll(() => server.app.lifecycle.inFlight).toBe(0);
        expect(await savedPageSize()).toBe(defaultPreferences.pageSize);
        server.log.take('warn');
      },
      90_000,
    );

    it('saves for a client that only closes its half of the connection', async () => {
      server = await startTestServer();
      await savedPageSize();
      const { socket, statuses, closed } = await open();
      socket.end(await put());
      await closed;
      expect(statuses()).toEqual([200]);
      expect(await savedPageSize()).toBe(50);
      server.log.take('warn');
    }, 90_000);

    it('does not save an incomplete body', async () => {
      server = await startTestServer();
      await savedPageSize();
      const { socket, statuses, closed } = await open();
      socket.end((await put()).slice(0, -5));
      await closed;
      expect(statuses()).toEqual([400]);
      expect(await savedPageSize()).toBe(defaultPreferences.pageSize);
      server.log.take('warn');
    }, 90_000);
  });
});
