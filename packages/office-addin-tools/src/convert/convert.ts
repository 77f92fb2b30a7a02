import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { applications, type Application } from '../../../../src/contract/preferences.ts';
import { manifestId } from '../manifest/checkManifest.ts';
import { UNIFIED_MANIFEST } from '../manifest/projectManifests.ts';
import { manifestOf } from '../sideloading.ts';
import { launchFor, listOf, NAMES, unifiedFor, withoutLines, xmlFor } from './oneApplication.ts';

const LIST = 'src/contract/applications.ts';
const LAUNCH = '.vscode/launch.json';
const INSERTERS = 'src/taskpane/documents/index.ts';
const PANE = 'src/taskpane/main.tsx';
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
  write(INSERTERS, withoutLines(read(INSERTERS), others));
  write(
    PANE,
    withoutLines(
      read(PANE),
      others.map((name) => NAMES[name].office),
    ),
  );
  for (const path of unreached(folder)) remove(path);
  for (const path of [...FOUR_APPLICATIONS, ...COMMAND]) remove(path);
  for (const path of ['package.json', 'packages/office-addin-tools/bin/office-addin-tools.mjs']) {
    const lines = read(path).split('\n');
    write(path, lines.filter((line) => !line.includes('convert-to-single-host')).join('\n'));
  }
  return touched;
}

/** Code of documents that nothing leads to any more, and the tests of it. */
function unreached(folder: string): string[] {
  const room = dirname(INSERTERS);
  const files = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/u.test(path));
  const imports = new Map(files.map((path) => [path, importsOf(folder, path)]));
  const isTest = (path: string) => /\.test\.tsx?$|testing\.ts$/iu.test(path);
  const reached = new Set(files.filter((path) => !path.startsWith(`${room}/`) && !isTest(path)));
  for (const path of reached) for (const target of imports.get(path) ?? []) reached.add(target);
  const gone = files.filter((path) => path.startsWith(`${room}/`) && !isTest(path) && !reached.has(path));
  const tests = files.filter(
    (path) => isTest(path) && imports.get(path)?.some((target) => gone.includes(target)),
  );
  const removed = new Set([...gone, ...tests]);
  // Helpers that only removed tests used.
  const orphans = files.filter((path) => {
    if (!path.startsWith(`${room}/`) || !/testing\.ts$/iu.test(path) || removed.has(path)) return false;
    const users = files.filter((file) => imports.get(file)?.includes(path));
    return users.length > 0 && users.every((file) => removed.has(file));
  });
  return [...removed, ...orphans];
}

function importsOf(folder: string, path: string): string[] {
  const text = readFileSync(join(folder, path), 'utf8');
  return [...text.matchAll(/(?:from |import\(|import )'(?<target>\.[^']*)'/gu)]
    .map(({ groups }) => resolve(folder, dirname(path), groups?.['target'] ?? ''))
    .filter((target) => existsSync(target))
    .map((target) => target.slice(resolve(folder).length + 1).replaceAll('\\', '/'));
}
