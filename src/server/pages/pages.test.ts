import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../tests/server/testServer.ts';
import { directivesOf } from '../http/securityHeaders.ts';
import { readConfig } from '../serverConfig.ts';
import { fillPage, scriptJson } from './index.ts';

const SCRIPT = 'console.log("pane")';
const HASHED = 'taskpane.0123456789abcdef.js';
const OFFICE_JS = 'https://localhost:3101/office-js/office.js?a=1&b="2"';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'public-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'icons'));
  const page =
    '<script type="application/json" id="settings">__PAGE_SETTINGS__</script><script src="__OFFICE_JS_URL__"></script>';
  for (const name of ['taskpane.html', 'dialog.html']) writeFileSync(join(folder, name), page);
  writeFileSync(join(folder, 'bridge.html'), '<p>bridge</p>');
  writeFileSync(join(folder, 'server.js'), 'secret of the server');
  writeFileSync(join(folder, 'taskpane.js.map'), '{}');
  writeFileSync(join(folder, 'assets', HASHED), SCRIPT);
  writeFileSync(join(folder, 'assets', `${HASHED}.br`), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'assets', `${HASHED}.gz`), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'assets', 'plain.js'), SCRIPT);
  writeFileSync(join(folder, 'assets', '.env'), 'SECRET=1');
  writeFileSync(join(folder, 'icons', 'icon-16.png'), 'png');
  const settings = { PUBLIC_DIR: folder, OFFICE_JS_URL: OFFICE_JS, FRAME_ANCESTORS: 'https://*.contoso.com' };
  server = await startTestServer({ settings });
});
afterAll(async () => {
  expect(server.log.take('error')).toEqual([]);
  await server.close();
});

const policyOf = async (path: string) => {
  const { headers } = await server.get(path);
  const directives = (headers.get('content-security-policy') ?? '')
    .split('; ')
    .map((line) => line.split(' '));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
};

describe('the pages', () => {
  it('contain the settings and the URL of office.js', async () => {
    const { bytes, headers, status } = await server.get('/taskpane.html?_host_Info=Word$Web');
    const html = bytes.toString();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('src="https://localhost:3101/office-js/office.js?a=1&amp;b=&quot;2&quot;"');
    const json = />({.*})</.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({
      clientId: '5a5d0b0c-0000-4000-8000-0000000000aa',
      authority: `${server.entra.origin}/common`,
      apiScope: 'api://localhost:3100/5a5d0b0c-0000-4000-8000-0000000000aa/access_as_user',
      graphScopes: ['User.Read', 'Files.Read'],
      forMsGraphAccess: true,
      tokenSources: ['office', 'nested', 'dialog'],
    });
    expect(html).not.toContain('only-for-tests');
  });

  it('are read again after a build', async () => {
    writeFileSync(join(folder, 'dialog.html'), 'first');
    expect((await server.get('/dialog.html')).bytes.toString()).toBe('first');
    writeFileSync(join(folder, 'dialog.html'), 'second one');
    expect((await server.get('/dialog.html')).bytes.toString()).toBe('second one');
  });

  it('redirects / to the pane', async () => {
    const { status, headers } = await server.get('/');
    expect([status, headers.get('location')]).toEqual([302, '/taskpane.html']);
  });

  it.each(['/taskpane.html', '/dialog.html', '/bridge.html'])(
    '%s has the headers that sign-in needs',
    async (path) => {
      const { headers } = await server.get(path);
      expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
      expect(headers.get('cross-origin-embedder-policy')).toBeNull();
      expect(headers.get('x-frame-options')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toMatch(/^camera=\(\), .*microphone=\(\)/);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(await policyOf(path)).toMatchObject({
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
      });
    },
  );

  it('lets Office and the hosts in FRAME_ANCESTORS frame the pane, but not the host of office.js', async () => {
    const policy = await policyOf('/taskpane.html');
    expect(policy['frame-ancestors']).toEqual(
      expect.arrayContaining([
        'https://*.officeapps.live.com',
        'https://*.cloud.microsoft',
        'https://outlook.office.com',
        'https://*.sharepoint.com',
        'https://*.contoso.com',
      ]),
    );
    expect(policy['frame-ancestors']?.join(' ')).not.toMatch(/localhost|aspnetcdn|\.us\b|\.cn\b/);
    expect(policy['script-src']).toEqual([
      "'self'",
      'https://localhost:3101',
      'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js',
    ]);
    expect(policy['connect-src']).toEqual(["'self'", server.entra.origin, 'wss://localhost:3100']);
  });

  it.each([
    [
      'https://login.microsoftonline.us/common',
      'https://appsforoffice.gcch.cdn.office.net',
      '.us',
      /\.com\b|\.cn\b/,
    ],
    [
      'https://login.partner.microsoftonline.cn/common',
      'https://appsforoffice.cdn.partner.office365.cn',
      '.cn',
      /\.us\b/,
    ],
  ])('allows only the hosts of the cloud of %s', (authority, cdn, end, others) => {
    const config = readConfig({
      CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000aa',
      CLIENT_SECRET: 'only-for-tests',
      AUTHORITY: authority,
      OFFICE_JS_URL: `${cdn}/appsforoffice/lib/1/hosted/office.js`,
      SHAREPOINT_TENANTS: 'Contoso, fabrikam',
    });
    const directives = directivesOf('taskpane.html', config);
    const ancestors = directives['frame-ancestors'] ?? [];
    expect(directives['script-src']).toContain(cdn);
    expect(ancestors).not.toContain(cdn);
    expect(ancestors.join(' ')).not.toMatch(others);
    expect(ancestors.filter((host) => host.includes('sharepoint'))).toEqual(
      ['contoso', 'contoso-my', 'fabrikam', 'fabrikam-my'].map((name) => `https://${name}.sharepoint${end}`),
    );
  });

  it.each([
    [{}, ['5a5d0b0c-0000-4000-8000-0000000000aa']],
    [
      {
        ASSOCIATED_APPLICATIONS: '5A5D0B0C-0000-4000-8000-0000000000AA, 5a5d0b0c-0000-4000-8000-0000000000bb',
      },
      ['5a5d0b0c-0000-4000-8000-0000000000aa', '5a5d0b0c-0000-4000-8000-0000000000bb'],
    ],
    [{ ASSOCIATED_APPLICATIONS: 'none' }, undefined],
  ])('with the settings %j, associates the host with %j', async (settings, ids) => {
    const associated = await startTestServer({ settings });
    const reply = await associated.get('/.well-known/microsoft-identity-association.json');
    await associated.close();
    expect(reply.status).toBe(ids ? 200 : 404);
    if (!ids) return;
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect(reply.json).toEqual({ associatedApplications: ids.map((applicationId) => ({ applicationId })) });
  });

  it('never frames the dialog, and the redirect page only where the pane is; that page loads only its own scripts', async () => {
    const pane = await policyOf('/taskpane.html');
    expect(pane['frame-src']).toEqual(["'self'", server.entra.origin]);
    expect((await policyOf('/dialog.html'))['frame-ancestors']).toEqual(["'none'"]);
    const bridge = await policyOf('/bridge.html');
    expect(bridge['frame-ancestors']).toEqual(["'self'", ...(pane['frame-ancestors'] ?? [])]);
    expect(bridge['script-src']).toEqual(["'self'"]);
  });

  it('sends HSTS and allows no hot reload in production', async () => {
    const production = await startTestServer({ settings: { NODE_ENV: 'production', PUBLIC_DIR: folder } });
    const { headers } = await production.get('/taskpane.html');
    await production.close();
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(headers.get('content-security-policy')).not.toMatch(/wss:|localhost:3101/);
  });

  it('returns 404 with the build command for a page that has not been built', async () => {
    const empty = await startTestServer({ settings: { PUBLIC_DIR: join(folder, 'icons') } });
    const { problem } = await empty.get('/taskpane.html');
    await empty.close();
    expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    expect(problem.detail).toContain('npm run build');
  });
});

describe('the assets', () => {
  const asset = (accept: string, name = HASHED) =>
    server.get(`/assets/${name}`, undefined, { headers: { 'accept-encoding': accept } });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['*', 'br'],
    ['identity', null],
  ])('with Accept-Encoding %s, are sent as %s', async (accept, encoding) => {
    const { headers, bytes } = await asset(accept);
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(bytes.toString()).toBe(SCRIPT);
  });

  it('have a compressed body', async () => {
    const { request } = await import('undici');
    const { body } = await request(`${server.origin}/assets/${HASHED}`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(brotliDecompressSync(await body.bytes()).toString()).toBe(SCRIPT);
  });

  it('have the same headers for HEAD and GET, and ignore Range', async () => {
    const headers = { 'accept-encoding': 'br' };
    const {
      headers: described,
      bytes,
      status,
    } = await server.get(`/assets/${HASHED}`, undefined, {
      method: 'HEAD',
      headers,
    });
    const { headers: sent } = await asset('br');
    expect([status, bytes.length]).toEqual([200, 0]);
    for (const name of [
      'content-length',
      'content-encoding',
      'content-type',
      'cache-control',
      'vary',
      'etag',
    ]) {
      expect(described.get(name)).toBe(sent.get(name));
    }
    // A range of a compressed file would be useless.
    const part = await server.get(`/assets/${HASHED}`, undefined, { headers: { range: 'bytes=0-3' } });
    expect([part.status, part.bytes.toString()]).toEqual([200, SCRIPT]);
  });

  it('are revalidated if their name has no hash', async () => {
    expect((await asset('br', 'plain.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('serves icons to any origin, cached for a day', async () => {
    const { headers } = await server.get('/icons/icon-16.png');
    expect(headers.get('cache-control')).toBe('public, max-age=86400');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it.each([
    '/server.js',
    '/taskpane.js.map',
    '/assets',
    '/assets/',
    '/assets/.env',
    '/assets/nothing.js',
    '/assets/../server.js',
    '/assets/..%2fserver.js',
    '/assets/%2e%2e/server.js',
    '/assets/..%5cserver.js',
    '/assets/plain.js%00.png',
    '/icons/../taskpane.html.js',
    '/.ENV',
    '/package.json',
    '/assets/%E0%A4%A',
    '/%E0%A4%A',
  ])('does not serve %s', async (path) => {
    // fetch would normalize the path.
    const { status, headers, body } = await rawGet(path);
    expect([400, 404]).toContain(status);
    expect(headers).toContain('application/problem+json');
    expect(headers).not.toContain('immutable');
    expect(body).not.toContain('secret');
  });
});

async function rawGet(path: string): Promise<{ status: number; headers: string; body: string }> {
  const { get } = await import('node:http');
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path }, (res) => {
      let body = '';
      res.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: JSON.stringify(res.headers), body }),
      );
    }).on('error', reject);
  });
}

describe('the settings in a page', () => {
  it('cannot end their script element', () => {
    const json = scriptJson({ a: '</script><!--&\u2028\u2029' });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ a: '</script><!--&\u2028\u2029' });
  });

  it('are inserted literally, even if they contain replacement patterns', () => {
    const config = {
      clientId: 'api',
      paneClientId: '$&',
      authority: { url: 'x', origin: 'x', host: 'x', tenant: 'x' },
      addinOrigin: 'https://a.example',
      scopes: ["$'"],
      forMsGraphAccess: false,
      tokenSources: ['office', 'dialog'] as const,
      officeJsUrl: 'https://a.example/$1',
    };
    expect(fillPage('__OFFICE_JS_URL__', config)).toBe('https://a.example/$1');
    expect(fillPage('__PAGE_SETTINGS__', config)).toContain('"clientId":"$\\u0026"');
  });
});
