import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from 'office-addin-tools/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphToken, startTestServer, type TestServer } from '../../../tests/server/testServer.ts';
import { hasTag, ifMatchTags, ifNoneMatchTags } from './caching.ts';

describe('sendCacheable', () => {
  /** Caching of API responses: headers, and the cache of a real browser. */

  const OTHER = 'dddddddd-0000-4000-8000-000000000004';
  const IMAGE = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
  const image = { body: IMAGE, headers: { 'content-type': 'image/jpeg' } };

  let server: TestServer;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
    writeFileSync(join(folder, 'taskpane.html'), '<p>A page of this origin</p>');
  });
  beforeEach(async () => {
    server = await startTestServer({ settings: { PUBLIC_DIR: folder } });
  });
  afterEach(async () => {
    await server.close();
    expect(server.log.take('error')).toEqual([]);
  });

  describe('two users of the same browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
    }, 60_000);
    afterAll(() => browser.close());

    const browse = (page: Page, path: string, token: string) =>
      page.evaluate(
        async ([path, token]) => {
          const reply = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
          return reply.text();
        },
        [path, token] as const,
      );

    it.each(['/api/me', '/api/me/photo'])(
      'each get their own %s, with one request to Graph',
      async (path) => {
        server.answerExchange(graphToken('of one'), graphToken('of the other'));
        const who = (authorization = '') => (authorization.includes('other') ? 'Other' : 'One');
        server.answerGraph(({ headers, url }) =>
          url.pathname.includes('photo')
            ? { body: `bytes of ${who(headers.authorization)}`, headers: { 'content-type': 'image/jpeg' } }
            : { json: { displayName: `bytes of ${who(headers.authorization)}` } },
        );
        const one = await server.token();
        const other = await server.token({ oid: OTHER });
        const page = await browser.newPage();
        await page.goto(`${server.origin}/taskpane.html`);
        expect(await browse(page, path, one)).toContain('bytes of One');
        expect(await browse(page, path, one)).toContain('bytes of One');
        expect(server.graph.requests).toHaveLength(1);
        expect(await browse(page, path, other)).toContain('bytes of Other');
        expect(await browse(page, path, one)).toContain('bytes of One');
        await page.close();
      },
    );
  });

  describe('cached responses', () => {
    it('caches the profile for a minute, per token', async () => {
      const { headers } = await server.get('/api/me', await server.token());
      expect(headers.get('cache-control')).toBe('private, max-age=60');
      expect(headers.get('vary')).toBe('Authorization');
    });

    it('caches the photo for an hour, per token, with a strong entity tag', async () => {
      const path = '/api/me/photo';
      server.answerGraph(image);
      const { headers } = await server.get(path, await server.token());
      expect(headers.get('cache-control')).toBe('private, max-age=3600');
      expect(headers.get('vary')).toBe('Authorization');
      const etag = headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{43}"$/);
      const again = await server.get(path, await server.token(), {
        headers: { 'if-none-match': `"x", ${etag}` },
      });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
      expect(again.headers.get('vary')).toBe('Authorization');
      expect(again.headers.get('cache-control')).toBe('private, max-age=3600');
      const others = await server.get(path, await server.token({ oid: OTHER }), {
        headers: { 'if-none-match': etag },
      });
      expect(others.status).toBe(200);
    });

    it('caches the 204 for a missing photo', async () => {
      server.answerGraph({ status: 404, json: { error: { code: 'ImageNotFound', message: '' } } });
      const token = await server.token();
      const { status, headers } = await server.get('/api/me/photo', token);
      expect([status, headers.get('cache-control'), headers.get('vary')]).toEqual([
        204,
        'private, max-age=3600',
        'Authorization',
      ]);
    });
  });

  describe('uncached responses', () => {
    it.each(['/api/me', '/api/me/photo'])('does not cache a problem from %s', async (path) => {
      server.answerGraph({ status: 500 });
      const token = await server.token();
      const failed = await server.get(path, token);
      expect([failed.status, failed.headers.get('cache-control')]).toEqual([503, 'no-store']);
      const refused = await server.get(path, undefined, { headers: { 'if-none-match': '*' } });
      expect([refused.status, refused.headers.get('cache-control'), refused.headers.get('etag')]).toEqual([
        401,
        'no-store',
        null,
      ]);
    });

    it('does not cache the file list', async () => {
      server.answerGraph({ json: { value: [] } });
      const { headers } = await server.get('/api/files', await server.token());
      expect(headers.get('cache-control')).toBe('no-store');
    });
  });
});

it.each<[string, '*' | string[] | undefined]>([
  ['*', '*'],
  [' * ', '*'],
  ['"a"', ['"a"']],
  ['"a", W/"b" ,\t"c"', ['"a"', '"b"', '"c"']],
  [', "a",, "b",', ['"a"', '"b"']],
  ['"a,b", ""', ['"a,b"', '""']],
  ['', []],
  ['a', undefined],
  ['"a" "b"', undefined],
  ['"a", *', undefined],
  ['w/"a"', undefined],
  ['W/ "a"', undefined],
  ['"a', undefined],
  ['"a b"', undefined],
])('parses If-None-Match %j', (header, tags) => {
  expect(ifNoneMatchTags(header)).toEqual(tags);
});

it('ignores weak tags of If-Match, and returns no tags for a malformed one', () => {
  expect(ifMatchTags('W/"a", "b"')).toEqual(['"b"']);
  expect(ifMatchTags('"b", c')).toEqual([]);
  expect(ifMatchTags('*')).toBe('*');
});

it('uses weak comparison for a GET, and ignores a malformed header', () => {
  expect(hasTag('"x", W/"a"', '"a"')).toBe(true);
  expect(hasTag('*', '"a"')).toBe(true);
  expect(hasTag('"a', '"a"')).toBe(false);
  expect(hasTag(undefined, '"a"')).toBe(false);
});
