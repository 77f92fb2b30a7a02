import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../../../src/server/envFiles.ts';
import { settings } from '../../../../src/server/settings.ts';
import { ClearError } from '../clearError.ts';
import { pngSize } from '../../../../maintenance/icons/png.ts';
import { readText } from '../readText.ts';
import { checkManifest, manifestId } from './checkManifest.ts';
import type { Finding } from './finding.ts';
import { isGuid, type ManifestFacts } from './manifestFacts.ts';
import { checkUnified } from './unified/checkUnified.ts';
import { xmlFacts } from './unified/xmlFacts.ts';

/** XML; a MailApp needs a file of its own. */
export const XML_MANIFESTS = ['manifest.xml', 'manifest.outlook.xml'] as const;
/** The unified manifest, for all applications. */
export const UNIFIED_MANIFEST = 'manifest.json';
/** The manifests that the project may have; an add-in for one application has not all of them. */
export const MANIFESTS = [...XML_MANIFESTS, UNIFIED_MANIFEST] as const;

/** The languages of the pane beside English, in the form that a manifest takes. */
export const LOCALES = ['ja-JP', 'pt-BR', 'th-TH', 'de-DE', 'ar-SA'];

export interface ProjectManifest {
  readonly text: string;
  readonly facts: ManifestFacts;
}

export type ManifestSettings = Pick<ManifestFacts, 'clientId' | 'addinOrigin' | 'scopes'>;

/** Text by file name, of those that are there. @throws ClearError when one cannot be read */
export function foundManifests(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of MANIFESTS) {
    const text = readText(join(folder, file));
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

/** The same, where there has to be one. @throws ClearError when there is none, or one cannot be read */
export function manifestTexts(folder: string): Map<string, string> {
  const texts = foundManifests(folder);
  if (texts.size === 0) throw new ClearError(`There is no manifest: ${MANIFESTS.join(', ')}.`);
  return texts;
}

/** The XML manifests among the texts, each with what it has to agree with. */
export function xmlManifests(
  folder: string,
  texts: ReadonlyMap<string, string>,
  shared: ManifestSettings,
): ProjectManifest[] {
  const found = XML_MANIFESTS.flatMap((file) => {
    const text = texts.get(file);
    return text === undefined ? [] : [{ file, text }];
  });
  return found.map(({ file, text }) => ({
    text,
    facts: {
      ...shared,
      file,
      locales: LOCALES,
      otherIds: found.filter((other) => other.file !== file).flatMap((other) => manifestId(other.text) ?? []),
      iconSize: (path) => iconSize(folder, path),
    },
  }));
}

/** All faults of these manifests, one by one and beside each other and the settings. */
export function manifestFindings(
  folder: string,
  texts: ReadonlyMap<string, string>,
  shared: ManifestSettings,
): Finding[] {
  const xml = xmlManifests(folder, texts, shared);
  const unified = texts.get(UNIFIED_MANIFEST);
  return [
    ...xml.flatMap(({ text, facts }) => checkManifest(text, facts)),
    ...(unified === undefined
      ? []
      : checkUnified(unified, {
          ...shared,
          file: UNIFIED_MANIFEST,
          locales: LOCALES,
          xml: xmlFacts(xml.map(({ text }) => text)),
          iconSize: (path) => iconSize(folder, path),
          fileText: (path) => readText(join(folder, path)),
          pngSize: (path) => sizeOfPng(join(folder, path)),
        })),
  ];
}

/** The settings that manifests repeat. @throws ClearError that names a wrong one */
export function manifestSettings(environment: Environment): ManifestSettings {
  const { CLIENT_ID: clientId = '', ...rest } = environment;
  const parsed = settings.pick({ ADDIN_ORIGIN: true, SCOPE: true }).safeParse(rest);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
    throw new ClearError(`The manifests cannot be compared with the settings: ${wrong.join(' ')}`);
  }
  return {
    clientId: isGuid(clientId) ? clientId : undefined,
    addinOrigin: parsed.data.ADDIN_ORIGIN,
    scopes: parsed.data.SCOPE,
  };
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
