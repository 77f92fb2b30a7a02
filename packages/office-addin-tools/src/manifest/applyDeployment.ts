import { jsonEdits } from './jsonEdits.ts';
import { applyEdits } from './edits.ts';
import type { Deployment } from './deployment.ts';
import { xmlEdits } from './xmlEdits.ts';

/**
 * The manifest, XML or JSON, with these facts in every place that holds one: addresses on the add-in's own origin
 * (that of its pages), AppDomains, Resource, application id, scopes, version. Only these places change, and
 * applying the same facts again changes nothing. A text that cannot be read as a manifest comes back as it is:
 * `npm run validate` says what is wrong with it. Pure.
 */
export function applyDeployment(manifest: string, facts: Deployment): string {
  const json = manifest
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith('{');
  return applyEdits(manifest, (json ? jsonEdits : xmlEdits)(manifest, facts));
}
