import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appPackage, checkPackage } from './appPackage.ts';
import { fixtureFolder as project, sampleLocales } from './testing/sampleManifests.ts';

const manifest = readFileSync(join(project, 'manifest.json'), 'utf8');
const read = (path: string) => readFileSync(join(project, path));

describe('appPackage', () => {
  it('puts all files at the root, and adjusts their paths in the manifest', () => {
    const zip = appPackage(manifest, read);
    const files = unzipSync(zip);
    expect(Object.keys(files).toSorted()).toEqual(
      [
        'manifest.json',
        'color-192.png',
        'outline-32.png',
        ...sampleLocales.map((tag) => `${tag}.json`),
      ].toSorted(),
    );
    expect(new TextDecoder().decode(files['manifest.json'])).toContain('"color": "color-192.png"');
    expect(files['color-192.png']).toEqual(new Uint8Array(read('assets/icons/color-192.png')));
  });

  it('is reproducible', () => {
    expect(appPackage(manifest, read)).toEqual(appPackage(manifest, read));
  });

  it('fails the check with a missing or extra file', () => {
    const files = unzipSync(appPackage(manifest, read));
    const { 'ja-JP.json': _gone, ...fewer } = files;
    expect(() => checkPackage(zipSync(fewer))).toThrow(/ja-JP\.json is missing/u);
    expect(() => checkPackage(zipSync({ ...files, 'x.txt': strToU8('x') }))).toThrow(
      /x\.txt is not in the manifest/u,
    );
    expect(() => checkPackage(zipSync({ 'a/manifest.json': strToU8(manifest) }))).toThrow(/at its root/u);
  });
});
