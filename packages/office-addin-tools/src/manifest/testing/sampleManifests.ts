import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fixtureProject from '../../../fixtures/project/office-addin.config.ts';
import { applyDeployment } from '../applyDeployment.ts';
import { manifestId } from '../checkManifest.ts';
import { neededLocales } from '../locale.ts';
import { ID_PLACEHOLDER } from '../manifestFacts.ts';
import { manifestTexts, type ManifestSettings } from '../projectManifests.ts';

/** The project for the tests of the tools. */
export { fixtureProject };
export const fixtureFolder = join(import.meta.dirname, '../../../fixtures/project');

/** The settings that the sample manifests match. */
export const sampleSettings: Omit<ManifestSettings, 'events'> = {
  clientId: undefined,
  addinOrigin: 'https://localhost:3000',
  scopes: ['User.Read', 'Files.Read'],
  languages: fixtureProject.languages,
};

/** Returns a project's manifests with the sample settings, by file name. */
export function sampleManifests(project = fixtureFolder): Map<string, string> {
  const { addinOrigin: origin, scopes } = sampleSettings;
  const texts = [...manifestTexts(project)];
  return new Map(
    texts.map(([file, text]) => [file, applyDeployment(text, { origin, clientId: ID_PLACEHOLDER, scopes })]),
  );
}

/** @throws Error if there is no such manifest */
export function sampleManifest(file: string): string {
  const text = sampleManifests().get(file);
  if (text === undefined) throw new Error(`There is no ${file}.`);
  return text;
}

export const sampleId = (file: string): string => manifestId(sampleManifest(file)) ?? '';

export function writeSamples(folder: string, project = fixtureFolder): void {
  for (const [file, text] of sampleManifests(project)) writeFileSync(join(folder, file), text);
}

/** Locales of the samples, without the default. */
export const sampleLocales = neededLocales(fixtureProject.languages, sampleManifests().values());
