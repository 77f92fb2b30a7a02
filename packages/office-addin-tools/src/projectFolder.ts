import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the project that the command runs in: see `findProject`. */
export const ROOT = findProject(process.cwd());
/** The production build. */
export const DIST = join(ROOT, 'dist');
/** The part of the build that is deployed. */
export const SITE = join(DIST, 'site');

/** Returns the nearest folder, from `from` up, with the tools' configuration; else with a manifest; else `from`. */
export function findProject(from: string): string {
  for (const files of [['office-addin.config.ts'], ['manifest.xml', 'manifest.json']]) {
    for (let folder = from; ; folder = dirname(folder)) {
      if (files.some((file) => existsSync(join(folder, file)))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return from;
}
