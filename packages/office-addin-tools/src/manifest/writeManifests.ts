import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../env/environment.ts';
import type { AddinProject } from '../project.ts';
import { UserError } from '../userError.ts';
import { applyDeployment } from './applyDeployment.ts';
import { findingsText, leftovers, sampleUrls } from './leftovers.ts';
import { isLocal } from './origin.ts';
import {
  manifestFindings,
  manifestSettings,
  manifestTexts,
  type ManifestSettings,
} from './projectManifests.ts';

export interface WrittenManifests {
  /** By file name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly settings: ManifestSettings;
  /** Messages for the developer. */
  readonly sentences: readonly string[];
}

/**
 * Writes the project's manifests for the current settings to `output`. The manifests in the project, for development, stay
 * unchanged.
 * @param version for all manifests; undefined: as in the project
 * @throws UserError, before it writes, if a manifest for a public host contains local values or is invalid
 */
export async function writeManifests(
  folder: string,
  environment: Environment,
  project: AddinProject,
  output: string,
  version?: string,
): Promise<WrittenManifests> {
  const settings = manifestSettings(environment, project);
  const { addinOrigin: origin, clientId, scopes } = settings;
  const texts = new Map(
    [...manifestTexts(folder)].map(([file, text]) => [
      file,
      applyDeployment(text, { origin, clientId, scopes, version }),
    ]),
  );
  const local = isLocal(origin);
  if (!local) requirePublishable(folder, texts, settings);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  for (const [file, text] of texts) await writeFile(join(output, file), text);
  return { texts, settings, sentences: sentencesFor(local, origin, texts) };
}

function requirePublishable(
  folder: string,
  texts: ReadonlyMap<string, string>,
  settings: ManifestSettings,
): void {
  const left = [...texts].flatMap(([file, text]) => leftovers(file, text));
  const findings = left.length > 0 ? left : manifestFindings(folder, texts, settings);
  if (findings.length === 0) return;
  throw new UserError(
    `The manifests for ADDIN_ORIGIN=${settings.addinOrigin} can't be published, so none was written:\n` +
      findingsText(findings),
  );
}

function sentencesFor(local: boolean, origin: string, texts: ReadonlyMap<string, string>): string[] {
  if (local)
    return [`The manifests in dist/manifests work on this machine only, because ADDIN_ORIGIN is ${origin}.`];
  const samples = sampleUrls(texts);
  return [
    `The manifests in dist/manifests are for ${origin}. To upload them, see docs/manifests.md.`,
    ...(samples.length === 0
      ? []
      : [`Before publishing, replace the sample URLs (example.com): ${samples.join('; ')}.`]),
  ];
}
