import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../env/environment.ts';
import type { AddinProject } from '../project.ts';
import { UserError } from '../userError.ts';
import { applyDeployment } from './applyDeployment.ts';
import { findingsText, leftovers, sampleTexts } from './leftovers.ts';
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
  /** What there is to say, for the developer. */
  readonly sentences: readonly string[];
}

/**
 * The project's manifests for the settings in force. Those in the project stay as they are: for development.
 * Nothing is written when a manifest for a host of its own is not fit to leave this machine.
 * @param version for all of them; undefined: as in the project
 * @throws UserError that names file, line and setting
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
  if (!local) refuseUnfit(folder, texts, settings);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  for (const [file, text] of texts) await writeFile(join(output, file), text);
  return { texts, settings, sentences: sentencesFor(local, origin, texts) };
}

function refuseUnfit(folder: string, texts: ReadonlyMap<string, string>, settings: ManifestSettings): void {
  const left = [...texts].flatMap(([file, text]) => leftovers(file, text));
  const findings = left.length > 0 ? left : manifestFindings(folder, texts, settings);
  if (findings.length === 0) return;
  throw new UserError(
    `The manifests for ADDIN_ORIGIN=${settings.addinOrigin} are not fit to be published, so none was written:\n` +
      findingsText(findings),
  );
}

function sentencesFor(local: boolean, origin: string, texts: ReadonlyMap<string, string>): string[] {
  if (local)
    return [
      `dist/manifests is for this machine only (ADDIN_ORIGIN is ${origin}): good for trying, not for others.`,
    ];
  const samples = sampleTexts(texts);
  return [
    `dist/manifests is for ${origin}: docs/manifests.md says where each goes.`,
    ...(samples.length === 0
      ? []
      : [`Before publishing replace the sample addresses (example.com): ${samples.join('; ')}.`]),
  ];
}
