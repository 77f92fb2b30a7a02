import { jsonEdits } from './jsonEdits.ts';
import { applyEdits } from './edits.ts';
import type { Deployment } from './deployment.ts';
import { xmlEdits } from './xmlEdits.ts';

/**
 * Writes a deployment into an XML or JSON manifest: URLs on the origin of the add-in's pages, AppDomains, Resource,
 * application id, scopes, version. Changes nothing else, and is idempotent. Returns a text that is not a manifest
 * unchanged; `npm run validate` reports it. Pure.
 */
export function applyDeployment(manifest: string, deployment: Deployment): string {
  const json = manifest
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith('{');
  return applyEdits(manifest, (json ? jsonEdits : xmlEdits)(manifest, deployment));
}
