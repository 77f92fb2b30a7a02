import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MANIFESTS } from './projectManifests.ts';
import { fixtureFolder, fixtureProject, writeSamples } from './testing/sampleManifests.ts';
import { writeManifests } from './writeManifests.ts';

const published = {
  ADDIN_ORIGIN: 'https://addin.contoso.com',
  CLIENT_ID: '11111111-2222-4333-8444-555555555555',
  SCOPE: 'User.Read Mail.Read',
};
let folder: string;
let output: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'written-'));
  output = join(folder, 'dist', 'manifests');
  for (const part of [...MANIFESTS, 'assets'])
    await cp(join(fixtureFolder, part), join(folder, part), { recursive: true });
  writeSamples(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function changed(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`Nothing to change: ${from}`);
  await writeFile(join(folder, file), text.replace(from, to));
}

describe('writeManifests', () => {
  it("writes all three for ADDIN_ORIGIN, and leaves the project's files alone", async () => {
    const before = await readFile(join(folder, 'manifest.xml'), 'utf8');
    const { sentences } = await writeManifests(folder, published, fixtureProject, output, '2.3.4');
    expect((await readdir(output)).toSorted()).toEqual([...MANIFESTS].toSorted());
    for (const file of MANIFESTS) {
      const text = await readFile(join(output, file), 'utf8');
      expect(text).not.toMatch(/localhost|GUID here/u);
      expect(text).toContain('api://addin.contoso.com/11111111-2222-4333-8444-555555555555');
      expect(text).toContain('2.3.4');
    }
    expect(await readFile(join(folder, 'manifest.xml'), 'utf8')).toBe(before);
    expect(sentences).toEqual([
      expect.stringContaining('are for https://addin.contoso.com'),
      expect.stringMatching(/example\.com\): manifest\.xml, line \d+; manifest\.outlook\.xml/u),
    ]);
  });

  it('writes local manifests without a registration, and reports that', async () => {
    const { sentences } = await writeManifests(folder, { CLIENT_ID: '{CLIENT_ID}' }, fixtureProject, output);
    expect(sentences).toEqual([expect.stringContaining('work on this machine only')]);
    expect(await readFile(join(output, 'manifest.xml'), 'utf8')).toBe(
      await readFile(join(folder, 'manifest.xml'), 'utf8'),
    );
  });

  it.each<[string, () => Promise<void>, Record<string, string>, RegExp]>([
    [
      'no registration',
      () => Promise.resolve(),
      { ...published, CLIENT_ID: '{CLIENT_ID}' },
      /manifest\.xml, line \d+: The manifest still contains a placeholder: <Id>[^]*Set CLIENT_ID/u,
    ],
    [
      'an address on another local port',
      () => changed('manifest.xml', 'localhost:3000/icons/icon-64', 'localhost:3001/icons/icon-64'),
      published,
      /manifest\.xml, line \d+: The manifest still contains a local address: <High[^]*ADDIN_ORIGIN/u,
    ],
    [
      'a local address in the unified manifest',
      () => changed('manifest.json', 'https://example.com/terms', 'https://127.0.0.1/terms'),
      published,
      /manifest\.json, line \d+: The manifest still contains a local address: "terms/u,
    ],
    [
      'a missing icon',
      () => changed('manifest.outlook.xml', 'icons/icon-128.png', 'icons/icon-129.png'),
      published,
      /manifest\.outlook\.xml.*icon file .* is missing/u,
    ],
    [
      'an invalid origin',
      () => Promise.resolve(),
      { ADDIN_ORIGIN: 'addin.contoso.com' },
      /ADDIN_ORIGIN is not an https/u,
    ],
  ])('rejects %s and writes nothing', async (_name, change, environment, message) => {
    await change();
    await expect(writeManifests(folder, environment, fixtureProject, output)).rejects.toThrow(message);
    await expect(readdir(output)).rejects.toThrow(/ENOENT/u);
  });

  it('ignores comments', async () => {
    await changed('manifest.xml', '<!--', '<!-- In development this is https://localhost:3000. {like_this} ');
    await expect(writeManifests(folder, published, fixtureProject, output)).resolves.toBeDefined();
  });
});
