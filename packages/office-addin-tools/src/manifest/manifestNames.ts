import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** XML; a MailApp needs a separate file. */
export const XML_MANIFESTS = ['manifest.xml', 'manifest.outlook.xml'] as const;
/** The unified manifest, for all applications. */
export const UNIFIED_MANIFEST = 'manifest.json';
/** The manifests that the project may have; an add-in for one application has not all of them. */
export const MANIFESTS = [...XML_MANIFESTS, UNIFIED_MANIFEST] as const;

/** Returns the paths of the manifests that the sandbox opens: of the XML and the unified manifests one kind. */
export function sandboxManifests(folder: string): string[] {
  const paths = (files: readonly string[]) =>
    files.map((file) => join(folder, file)).filter((path) => existsSync(path));
  const xml = paths(XML_MANIFESTS);
  return xml.length > 0 ? xml : paths([UNIFIED_MANIFEST]);
}
