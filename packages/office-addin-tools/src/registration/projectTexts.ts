import { join } from 'node:path';
import { readManifests } from '../manifest/projectManifests.ts';
import { readText } from '../readText.ts';

/** Texts of the project's files that contain values of the registration. */
export interface ProjectTexts {
  /** .ENV; undefined if it does not exist. */
  readonly env: string | undefined;
  /** .ENV.local */
  readonly local: string | undefined;
  /** By file name. */
  readonly manifests: Readonly<Record<string, string>>;
}

/** @throws UserError if an existing file cannot be read */
export function readTexts(folder: string): ProjectTexts {
  return {
    env: readText(join(folder, '.ENV')),
    local: readText(join(folder, '.ENV.local')),
    manifests: Object.fromEntries(readManifests(folder)),
  };
}
