import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Project folder: see `findProject`. */
export const ROOT = findProject(process.cwd());
/** Production build. */
export const DIST = join(ROOT, 'dist');
/** The deployable part of the build. */
export const SITE = join(DIST, 'site');

/** Returns the nearest folder at or above `from` with office-addin.config.ts, else with a manifest, else `from`. */
export function findProject(from: string): string {
  for (const files of [['office-addin.config.ts'], ['manifest.xml', 'manifest.json']]) {
    for (let folder = from; ; folder = dirname(folder)) {
      if (files.some((file) => existsSync(join(folder, file)))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return from;
}
