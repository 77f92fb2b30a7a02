import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFacts } from '../applyFacts.ts';
import { manifestId } from '../checkManifest.ts';
import { ID_PLACEHOLDER } from '../manifestFacts.ts';
import { manifestTexts, type ManifestSettings } from '../projectManifests.ts';

const project = join(import.meta.dirname, '..', '..', '..', '..', '..');

/** What the samples hold, whatever the project is configured for by now: a team that changes SCOPE changes no test. */
export const sampleSettings: ManifestSettings = {
  clientId: undefined,
  addinOrigin: 'https://localhost:3000',
  scopes: ['User.Read', 'Files.Read'],
};

/** Texts of the project's manifests by file name, with these settings: what the tests change and look at. */
export function sampleManifests(): Map<string, string> {
  const { addinOrigin: origin, scopes } = sampleSettings;
  const texts = [...manifestTexts(project)];
  return new Map(
    texts.map(([file, text]) => [file, applyFacts(text, { origin, clientId: ID_PLACEHOLDER, scopes })]),
  );
}

/** One of them that has to be there. */
export function sampleManifest(file: string): string {
  const text = sampleManifests().get(file);
  if (text === undefined) throw new Error(`There is no ${file}.`);
  return text;
}

export const sampleId = (file: string): string => manifestId(sampleManifest(file)) ?? '';

export function writeSamples(folder: string): void {
  for (const [file, text] of sampleManifests()) writeFileSync(join(folder, file), text);
}
