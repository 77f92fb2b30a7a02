import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../../tests/server/testServer.ts';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'events-'));
beforeAll(async () => {
  writeFileSync(join(folder, 'events.html'), '<script src="__OFFICE_JS_URL__"></script>');
  writeFileSync(join(folder, 'events.js'), "const a = '__ADDIN_ORIGIN__', b = '__FOR_MS_GRAPH_ACCESS__';");
  server = await startTestServer({
    settings: { PUBLIC_DIR: folder, ADDIN_ORIGIN: 'https://addin.contoso.com', FOR_MS_GRAPH_ACCESS: 'false' },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

it('lists the script for classic Outlook, with the address of the add-in', async () => {
  const { status, json, headers } = await server.get('/.well-known/microsoft-officeaddins-allowed.json');
  expect([status, json]).toEqual([200, { allowed: ['https://addin.contoso.com/events.js'] }]);
  expect(headers.get('content-type')).toMatch(/^application\/json/);
});

it('fills the settings into the script, which has no page to read them from', async () => {
  const { bytes, headers } = await server.get('/events.js');
  expect(bytes.toString()).toBe("const a = 'https://addin.contoso.com', b = 'false';");
  expect(headers.get('content-type')).toMatch(/^text\/javascript/);
});

it('serves the page with the policy of the pane', async () => {
  const { bytes, headers } = await server.get('/events.html');
  expect(bytes.toString()).toMatch(/^<script src="https:/);
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
});

it('returns 404 with the build command before the build', async () => {
  rmSync(join(folder, 'events.js'));
  expect((await server.get('/events.js')).problem).toMatchObject({ status: 404, code: 'not_found' });
});
