import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../src/server/envFiles.ts';
import { settings } from '../../src/server/settings.ts';
import { ClearError } from '../clearError.ts';
import { pngSize } from '../icons/png.ts';
import { manifestId } from './checkManifest.ts';
import { isGuid, type ManifestFacts } from './manifestFacts.ts';

/** The manifests that the project ships; a MailApp needs a file of its own. */
export const MANIFESTS = ['manifest.xml', 'manifest.outlook.xml'] as const;

/** The languages of the pane beside English, in the form that a manifest takes. */
export const LOCALES = ['ja-JP', 'pt-BR', 'th-TH', 'de-DE', 'ar-SA'];

export interface ProjectManifest {
  readonly text: string;
  readonly facts: ManifestFacts;
}

/** The manifests of a project folder, each with what it has to agree with. @throws ClearError */
export function projectManifests(folder: string, environment: Environment): ProjectManifest[] {
  const texts = MANIFESTS.map((file) => ({ file, text: readText(folder, file) }));
  const shared = readSettings(environment);
  return texts.map(({ file, text }) => ({
    text,
    facts: {
      ...shared,
      file,
      locales: LOCALES,
      otherIds: texts.filter((other) => other.file !== file).flatMap((other) => manifestId(other.text) ?? []),
      iconSize: (path) => iconSize(folder, path),
    },
  }));
}

function readSettings(environment: Environment): Pick<ManifestFacts, 'clientId' | 'addinOrigin' | 'scopes'> {
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

function readText(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    throw new ClearError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** The server serves assets/icons at /icons. */
function iconSize(folder: string, path: string): { width: number; height: number } | undefined {
  const name = /^\/icons\/(?<name>[\w.-]+\.png)$/u.exec(path)?.groups?.['name'];
  if (name === undefined) return undefined;
  try {
    return pngSize(readFileSync(join(folder, 'assets', 'icons', name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
