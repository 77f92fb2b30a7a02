import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applications, type Application } from '../../../../src/contract/preferences.ts';
import { manifestId } from '../manifest/checkManifest.ts';
import { UNIFIED_MANIFEST } from '../manifest/projectManifests.ts';
import { manifestOf } from '../sideloading.ts';
import { launchFor, listOf, unifiedFor, xmlFor } from './oneApplication.ts';

const LIST = 'src/contract/applications.ts';
const LAUNCH = '.vscode/launch.json';
const LANGUAGES = 'assets/languages';

/** Tests whose samples are the manifests of all four applications; what they test is not the project's own any more. */
const FOUR_APPLICATIONS = [
  'packages/office-addin-tools/src/manifest/checkManifest.test.ts',
  'packages/office-addin-tools/src/manifest/projectManifests.test.ts',
  'packages/office-addin-tools/src/manifest/writeManifests.test.ts',
  'packages/office-addin-tools/src/manifest/unified/checkUnified.test.ts',
];
/** The command itself: it cannot be run twice. */
const COMMAND = [
  'packages/office-addin-tools/src/convert',
  'packages/office-addin-tools/src/convert-to-single-host.ts',
];

/** Reduces the project in `folder` to one application. @returns the paths that were written or removed */
export function convert(folder: string, application: Application): string[] {
  const touched: string[] = [];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string) => {
    writeFileSync(join(folder, path), text);
    touched.push(path);
  };
  const remove = (path: string) => {
    rmSync(join(folder, path), { recursive: true });
    touched.push(path);
  };
  const others = applications.filter((name) => name !== application);

  const kept = manifestOf(application);
  if (kept === 'manifest.xml') {
    write(kept, xmlFor(read(kept), application));
    remove('manifest.outlook.xml');
  } else remove('manifest.xml');
  const languages = readdirSync(join(folder, LANGUAGES)).map((file) => `${LANGUAGES}/${file}`);
  const unified = unifiedFor(
    read(UNIFIED_MANIFEST),
    new Map(languages.map((path) => [path, read(path)])),
    application,
    manifestId(read(kept)) ?? '',
  );
  write(UNIFIED_MANIFEST, `${unified.manifest}\n`);
  for (const [path, text] of unified.languages) write(path, `${text}\n`);

  write(LIST, listOf(read(LIST), application));
  write(LAUNCH, `${launchFor(read(LAUNCH), others)}\n`);
  for (const path of [...FOUR_APPLICATIONS, ...COMMAND]) remove(path);
  for (const path of ['package.json', 'packages/office-addin-tools/bin/office-addin-tools.mjs']) {
    const lines = read(path).split('\n');
    write(path, lines.filter((line) => !line.includes('convert-to-single-host')).join('\n'));
  }
  return touched;
}
