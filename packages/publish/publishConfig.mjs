/**
 * Points a package at its build while npm packs it. In this repository `exports` and `bin` name TypeScript sources, so
 * that nothing has to be built during development; `publishConfig` holds what the published package has instead.
 * pnpm applies such a `publishConfig` itself and npm does not.
 *
 *   "prepack":  "npm run build && node ../publish/publishConfig.mjs apply"
 *   "postpack": "node ../publish/publishConfig.mjs restore"
 *
 * Runs in the folder of the package. One pack at a time per folder.
 */
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const MANIFEST = 'package.json';
/** npm never packs `*.orig`. */
const SAVED = 'package.json.orig';
const FIELDS = ['main', 'types', 'exports', 'bin'];

/**
 * Returns a package.json with the fields of `publishConfig` in place. Other members of `publishConfig`, such as
 * `access`, are npm's own and stay.
 * @param {Record<string, any>} manifest
 */
export function published({ publishConfig = {}, ...manifest }) {
  const replaced = Object.entries(publishConfig).filter(([name]) => FIELDS.includes(name));
  const kept = Object.entries(publishConfig).filter(([name]) => !FIELDS.includes(name));
  return {
    ...manifest,
    ...Object.fromEntries(replaced),
    ...(kept.length > 0 && { publishConfig: Object.fromEntries(kept) }),
  };
}

/**
 * Returns every file that the entry points of a package.json name. Paths with `*` are left out.
 * @param {unknown} entries value of `exports`, `bin`, `main` or `types`
 * @returns {string[]}
 */
export function entryFiles(entries) {
  if (typeof entries === 'string') return entries.includes('*') ? [] : [entries];
  return Object.values(entries ?? {}).flatMap(entryFiles);
}

function apply() {
  // Left by a pack that was interrupted.
  if (existsSync(SAVED)) restore();
  const manifest = published(JSON.parse(readFileSync(MANIFEST, 'utf8')));
  const missing = FIELDS.flatMap((name) => entryFiles(manifest[name])).filter((file) => !existsSync(file));
  if (missing.length > 0) {
    throw new Error(
      `package.json of ${manifest.name} names files that the build did not make: ${missing.join(', ')}`,
    );
  }
  copyFileSync(MANIFEST, SAVED);
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

function restore() {
  if (existsSync(SAVED)) renameSync(SAVED, MANIFEST);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , command] = process.argv;
  if (command === 'apply') apply();
  else if (command === 'restore') restore();
  else if (command === 'clean') rmSync('dist', { recursive: true, force: true });
  else {
    console.error('Usage: publishConfig.mjs apply | restore | clean');
    process.exitCode = 1;
  }
}
