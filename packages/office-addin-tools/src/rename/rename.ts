import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNIFIED_MANIFEST, XML_MANIFESTS } from '../manifest/manifestNames.ts';
import type { AddinProject } from '../project.ts';
import { uniqueNameOf } from '../registration/uniqueName.ts';
import { validateName } from './validateName.ts';
import {
  renamedJson,
  renamedPackage,
  renamedPage,
  renamedWords,
  renamedXml,
  STARTER_IDS,
} from './renameTexts.ts';

/**
 * Renames the project in `folder`.
 * @param newIds replace the starter's Ids, in the order of STARTER_IDS
 * @returns the changed paths
 * @throws UserError for an invalid name
 */
export function rename(
  folder: string,
  { files }: Pick<AddinProject, 'files'>,
  given: string,
  newIds: readonly string[] = STARTER_IDS.map(() => randomUUID()),
): string[] {
  const name = validateName(given);
  const ids = new Map(STARTER_IDS.map((old, index) => [old, newIds[index] ?? randomUUID()]));
  const slug = packageName(name);
  const inFolder = (path: string) =>
    existsSync(join(folder, path)) ? readdirSync(join(folder, path)).map((file) => `${path}/${file}`) : [];
  const changes: [readonly string[], (text: string) => string][] = [
    [XML_MANIFESTS, (text) => renamedXml(text, name, ids)],
    [[UNIFIED_MANIFEST, ...inFolder('assets/languages')], (text) => renamedJson(text, name, ids)],
    [inFolder(files.words), (text) => renamedWords(text, name)],
    [[files.page], (text) => renamedPage(text, name)],
    [['package.json', 'package-lock.json'], (text) => renamedPackage(text, slug)],
  ];
  return changes.flatMap(([paths, change]) => paths.filter((file) => rewrite(join(folder, file), change)));
}

/** Returns the name for package.json and the folder: lowercase words with hyphens, or a hash if there are none. */
export function packageName(name: string): string {
  return uniqueNameOf(
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '') || name,
  );
}

/** @returns whether the file changed; false if it does not exist, as in a project for one application */
function rewrite(path: string, change: (text: string) => string): boolean {
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed !== text) writeFileSync(path, changed);
  return changed !== text;
}
