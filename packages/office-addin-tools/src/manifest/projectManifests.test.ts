import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MANIFESTS, manifestFindings, manifestSettings, manifestTexts } from './projectManifests.ts';
import { fixtureFolder, fixtureProject, writeSamples } from './testing/sampleManifests.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifests-'));
  for (const part of [...MANIFESTS, 'assets']) {
    await cp(join(fixtureFolder, part), join(folder, part), { recursive: true });
  }
  writeSamples(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const problems = (environment: Record<string, string>) =>
  manifestFindings(folder, manifestTexts(folder), manifestSettings(environment, fixtureProject)).map(
    ({ file, problem }) => `${file}: ${problem}`,
  );

describe('manifestFindings', () => {
  it('finds nothing in the fixture project', () => {
    expect(problems({ CLIENT_ID: '{CLIENT_ID}' })).toEqual([]);
  });

  it('reads the icon files', async () => {
    await cp(join(folder, 'assets/icons/icon-16.png'), join(folder, 'assets/icons/icon-32.png'));
    await rm(join(folder, 'assets/icons/icon-128.png'));
    expect([...new Set(problems({}))]).toEqual([
      'manifest.xml: /icons/icon-32.png has 16 x 16 pixels, but must have 32 x 32.',
      'manifest.outlook.xml: The icon file for /icons/icon-128.png is missing.',
      'manifest.outlook.xml: /icons/icon-32.png has 16 x 16 pixels, but must have 32 x 32.',
      'manifest.json: /icons/icon-32.png has 16 x 16 pixels, but must have 32 x 32.',
    ]);
  });

  it('compares the manifests with each other', async () => {
    await cp(join(folder, 'manifest.xml'), join(folder, 'manifest.outlook.xml'));
    expect(problems({}).filter((problem) => problem.includes('same Id'))).toHaveLength(2);
  });

  it('compares all manifests with the settings', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const wrongId = `The application id is "{application GUID here}", but CLIENT_ID is ${id}.`;
    expect(problems({ CLIENT_ID: id, SCOPE: 'User.Read' })).toEqual([
      ...['manifest.xml', 'manifest.outlook.xml'].flatMap((file) => [
        `${file}: ${wrongId}`,
        `${file}: The manifest contains the scope Files.Read, but SCOPE does not.`,
      ]),
      // The unified manifest has no list of Graph scopes.
      `manifest.json: ${wrongId}`,
    ]);
  });

  it('names an invalid setting', () => {
    expect(() => problems({ ADDIN_ORIGIN: 'addin.example.com' })).toThrow(
      /ADDIN_ORIGIN is not an https origin/,
    );
  });

  it('names an unreadable file', async () => {
    await rm(join(folder, 'manifest.outlook.xml'));
    await mkdir(join(folder, 'manifest.outlook.xml'));
    expect(() => problems({})).toThrow(/manifest\.outlook\.xml cannot be read/);
  });

  it('reports a malformed file, unlike a missing one', async () => {
    await writeFile(join(folder, 'manifest.xml'), '<OfficeApp');
    expect(problems({})).toEqual([expect.stringMatching(/^manifest\.xml: The file is not well-formed/)]);
  });
});
