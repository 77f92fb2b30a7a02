import { join } from 'node:path';
import { readManifests } from '../manifest/projectManifests.ts';
import { readText } from '../readText.ts';

/** The files of the project that name the registration. */
export interface ProjectTexts {
  /** .ENV; undefined: there is none. */
  readonly env: string | undefined;
  /** .ENV.local */
  readonly local: string | undefined;
  /** By file name. */
  readonly manifests: Readonly<Record<string, string>>;
}

/** @throws UserError when one is there and cannot be read */
export function readTexts(folder: string): ProjectTexts {
  return {
    env: readText(join(folder, '.ENV')),
    local: readText(join(folder, '.ENV.local')),
    manifests: Object.fromEntries(readManifests(folder)),
  };
}
