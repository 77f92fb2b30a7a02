import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of this package, in the repository and as published (dist/cli.js). */
export const PACKAGE = resolve(import.meta.dirname, '..');

/** Folder of the repository; undefined in the published package. */
export const REPOSITORY = existsSync(join(PACKAGE, 'src')) ? resolve(PACKAGE, '../..') : undefined;
