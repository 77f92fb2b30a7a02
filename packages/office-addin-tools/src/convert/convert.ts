import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestId } from '../manifest/checkManifest.ts';
import { UNIFIED_MANIFEST, XML_MANIFESTS } from '../manifest/projectManifests.ts';
import type { AddinProject, Application } from '../project.ts';
import { manifestOf } from '../sideloadPlan.ts';
import { UserError } from '../userError.ts';
import { unifiedFor, withApplication, xmlFor } from './convertTexts.ts';

const LANGUAGES = 'assets/languages';

/**
 * Reduces the project in `folder` to one application: its list of applications, and its manifests.
 * @returns the paths that were written or removed
 * @throws UserError, before it changes anything, when the project has no manifest or no list for it
 */
export function convert(
  folder: string,
  { files }: Pick<AddinProject, 'files'>,
  application: Application,
): string[] {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const isThere = (path: string) => existsSync(join(folder, path));
  const kept = manifestOf(application);
  if (!isThere(kept)) throw new UserError(`There is no ${kept}, the manifest for ${application}.`);
  const list = withApplication(read(files.applications), application);
  if (list === undefined)
    throw new UserError(`${files.applications} has no list such as = ['word', 'excel'];`);

  const texts = new Map([[files.applications, list]]);
  if (kept === 'manifest.xml') texts.set(kept, xmlFor(read(kept), application));
  if (isThere(UNIFIED_MANIFEST)) {
    const languages = readdirSync(join(folder, LANGUAGES)).map((file) => `${LANGUAGES}/${file}`);
    const unified = unifiedFor(
      read(UNIFIED_MANIFEST),
      new Map(languages.map((path) => [path, read(path)])),
      application,
      manifestId(read(kept)) ?? '',
    );
    texts.set(UNIFIED_MANIFEST, `${unified.manifest}\n`);
    for (const [path, text] of unified.languages) texts.set(path, `${text}\n`);
  }
  const removed = XML_MANIFESTS.filter((file) => file !== kept && isThere(file));
  for (const [path, text] of texts) writeFileSync(join(folder, path), text);
  for (const path of removed) rmSync(join(folder, path));
  return [...texts.keys(), ...removed];
}
