import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestId } from '../manifest/checkManifest.ts';
import { UNIFIED_MANIFEST, XML_MANIFESTS } from '../manifest/manifestNames.ts';
import type { AddinProject, Application } from '../project.ts';
import { manifestOf } from '../sideloadPlan.ts';
import { UserError } from '../userError.ts';
import { unifiedFor, withApplications, xmlFor } from './convertTexts.ts';

const LANGUAGES = 'assets/languages';

/**
 * Reduces the project in `folder` to some of its applications: its list of applications and its manifests.
 * @returns the paths written or removed
 * @throws UserError, before any change, if a manifest or the list of applications is missing
 */
export function convert(
  folder: string,
  { files }: Pick<AddinProject, 'files'>,
  applications: readonly [Application, ...Application[]],
): string[] {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const exists = (path: string) => existsSync(join(folder, path));
  const kept = new Set<string>(applications.map(manifestOf));
  for (const application of applications) {
    if (!exists(manifestOf(application)))
      throw new UserError(`${manifestOf(application)}, the manifest for ${application}, is missing.`);
  }
  const list = withApplications(read(files.applications), applications);
  if (list === undefined)
    throw new UserError(`${files.applications} contains no list such as = ['word', 'excel'];`);

  const texts = new Map([[files.applications, list]]);
  if (kept.has('manifest.xml')) texts.set('manifest.xml', xmlFor(read('manifest.xml'), applications));
  if (exists(UNIFIED_MANIFEST)) {
    const [only] = kept.size === 1 ? kept : [];
    const languages = exists(LANGUAGES)
      ? readdirSync(join(folder, LANGUAGES)).map((file) => `${LANGUAGES}/${file}`)
      : [];
    const unified = unifiedFor(
      read(UNIFIED_MANIFEST),
      new Map(languages.map((path) => [path, read(path)])),
      applications,
      only === undefined ? undefined : manifestId(read(only)),
    );
    texts.set(UNIFIED_MANIFEST, `${unified.manifest}\n`);
    for (const [path, text] of unified.languages) texts.set(path, `${text}\n`);
  }
  const removed = XML_MANIFESTS.filter((file) => !kept.has(file) && exists(file));
  for (const [path, text] of texts) writeFileSync(join(folder, path), text);
  for (const path of removed) rmSync(join(folder, path));
  return [...texts.keys(), ...removed];
}
