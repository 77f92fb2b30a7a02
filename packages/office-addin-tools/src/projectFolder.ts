import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the project that the command runs in: the nearest one above with a manifest.xml. */
export const ROOT = findProject(process.cwd());
/** The production build. */
export const DIST = join(ROOT, 'dist');
/** The part of the build that is deployed. */
export const SITE = join(DIST, 'site');

function findProject(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'manifest.xml'))) return folder;
    if (folder === dirname(folder)) return from;
  }
}
