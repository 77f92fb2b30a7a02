import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../env/environment.ts';
import { UserError } from '../userError.ts';
import { pngSize } from './pngSize.ts';
import { readSettingsSubset, type AddinProject, type ProjectEvents } from '../project.ts';
import { readText } from '../readText.ts';
import { checkManifest, manifestId } from './checkManifest.ts';
import { associatedFunctions, type EventFacts } from './eventFacts.ts';
import type { ManifestFinding } from './finding.ts';
import { neededLocales } from './locale.ts';
import { isGuid, type ManifestFacts } from './manifestFacts.ts';
import { MANIFESTS, UNIFIED_MANIFEST, XML_MANIFESTS } from './manifestNames.ts';
import { checkUnified } from './unified/checkUnified.ts';
import { xmlFacts } from './unified/xmlFacts.ts';

export { MANIFESTS, UNIFIED_MANIFEST, XML_MANIFESTS };

export interface ProjectManifest {
  readonly text: string;
  readonly facts: ManifestFacts;
}

export interface ManifestSettings extends Pick<ManifestFacts, 'clientId' | 'addinOrigin' | 'scopes'> {
  /** Tags of the pane's languages. */
  readonly languages: readonly string[];
  readonly events?: ProjectEvents | undefined;
}

/** Returns the texts of the existing manifests by file name. @throws UserError if one cannot be read */
export function readManifests(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of MANIFESTS) {
    const text = readText(join(folder, file));
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

/** Like `readManifests`. @throws UserError also if there is no manifest */
export function manifestTexts(folder: string): Map<string, string> {
  const texts = readManifests(folder);
  if (texts.size === 0)
    throw new UserError(`${folder} contains no manifest. Expected one of: ${MANIFESTS.join(', ')}.`);
  return texts;
}

/** Returns the XML manifests among the texts, each with the facts it must agree with. */
export function xmlManifests(
  folder: string,
  texts: ReadonlyMap<string, string>,
  shared: ManifestSettings,
): ProjectManifest[] {
  const locales = neededLocales(shared.languages, texts.values());
  const events = eventFacts(folder, shared.events);
  const found = XML_MANIFESTS.flatMap((file) => {
    const text = texts.get(file);
    return text === undefined ? [] : [{ file, text }];
  });
  return found.map(({ file, text }) => ({
    text,
    facts: {
      ...shared,
      file,
      locales,
      events,
      otherIds: found.filter((other) => other.file !== file).flatMap((other) => manifestId(other.text) ?? []),
      iconSize: (path) => iconSize(folder, path),
    },
  }));
}

/** Checks each manifest, and compares them with each other and with the settings. */
export function manifestFindings(
  folder: string,
  texts: ReadonlyMap<string, string>,
  shared: ManifestSettings,
): ManifestFinding[] {
  const xml = xmlManifests(folder, texts, shared);
  const unified = texts.get(UNIFIED_MANIFEST);
  return [
    ...xml.flatMap(({ text, facts }) => checkManifest(text, facts)),
    ...(unified === undefined
      ? []
      : checkUnified(unified, {
          ...shared,
          file: UNIFIED_MANIFEST,
          locales: neededLocales(shared.languages, texts.values()),
          events: eventFacts(folder, shared.events),
          xml: xmlFacts(xml.map(({ text }) => text)),
          iconSize: (path) => iconSize(folder, path),
          fileText: (path) => readText(join(folder, path)),
          pngSize: (path) => sizeOfPng(join(folder, path)),
        })),
  ];
}

/** Returns the settings that manifests contain. @throws UserError that names an invalid one */
export function manifestSettings(environment: Environment, project: AddinProject): ManifestSettings {
  const { CLIENT_ID: clientId = '' } = environment;
  const heading = 'The manifests cannot be compared with the settings:';
  const settings = readSettingsSubset(project, environment, ['ADDIN_ORIGIN', 'SCOPE'], heading);
  return {
    clientId: isGuid(clientId) ? clientId : undefined,
    addinOrigin: settings.ADDIN_ORIGIN as string,
    scopes: settings.SCOPE as string[],
    languages: project.languages,
    events: project.events,
  };
}

/** Reads the names of the handlers. A missing file has none. */
function eventFacts(folder: string, events: ProjectEvents | undefined): EventFacts | undefined {
  if (!events) return undefined;
  return { ...events, functions: associatedFunctions(readText(join(folder, events.handlers)) ?? '') };
}

/** The server serves assets/icons at /icons. */
function iconSize(folder: string, path: string): { width: number; height: number } | undefined {
  const name = /^\/icons\/(?<name>[\w.-]+\.png)$/u.exec(path)?.groups?.['name'];
  return name === undefined ? undefined : sizeOfPng(join(folder, 'assets', 'icons', name));
}

function sizeOfPng(path: string): { width: number; height: number } | undefined {
  try {
    return pngSize(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
