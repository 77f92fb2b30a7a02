import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deployedFiles, writeSite, siteZip } from './site.ts';

/** Uses a build that also contains files that must not be deployed. */

const deployed = [
  'database.js',
  'new-database.tar.gz',
  'package.json',
  'pglite.data',
  'pglite.wasm',
  'public/assets/taskpane.0123456789abcdef.css.gz',
  'public/assets/taskpane.0123456789abcdef.js',
  'public/assets/taskpane.0123456789abcdef.js.LICENSE.txt',
  'public/assets/taskpane.0123456789abcdef.js.br',
  'public/icons/icon-16.png',
  'public/taskpane.html',
  'server.js',
];
const excluded = [
  '.ENV',
  '.ENV.local',
  '.env',
  'certificate.pem',
  'localhost.key',
  'manifests/manifest.xml',
  'manifests/app-package.zip',
  'node_modules/x/index.js',
  'public/.env',
  'public/assets/taskpane.0123456789abcdef.js.map',
  'public/icons/icon-16.png.map',
  'server.js.map',
  'server.ts',
  'site.zip',
  'site/server.js',
];

let dist: string;
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'dist-'));
  for (const path of [...deployed, ...excluded]) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), path);
  }
});
afterAll(() => rmSync(dist, { recursive: true }));

it('zips only the files that the server reads, at the root', async () => {
  const content = unzipSync(await siteZip(dist));
  expect(Object.keys(content).sort()).toEqual(deployed);
  expect(Buffer.from(content['server.js'] ?? []).toString()).toBe('server.js');
});

it('produces the same bytes for the same build', async () => {
  expect(Buffer.from(await siteZip(dist)).equals(await siteZip(dist))).toBe(true);
});

it('writes the same files to the folder, and removes older ones', async () => {
  const site = join(dist, 'site');
  await writeSite(dist, site);
  expect(await deployedFiles(site)).toEqual(deployed);
});
