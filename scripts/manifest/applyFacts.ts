import { jsonEdits } from './jsonEdits.ts';
import { withEdits } from './edits.ts';
import { xmlEdits } from './xmlEdits.ts';

/** What a manifest says of the place where the add-in runs and of its registration. */
export interface InstallationFacts {
  /** ADDIN_ORIGIN, such as https://addin.example.com: https, no path. */
  readonly origin: string;
  /** CLIENT_ID or the placeholder; undefined: what stands there stays. */
  readonly clientId: string | undefined;
  /** SCOPE, split. */
  readonly scopes: readonly string[];
  /** One to four numbers, such as 1.2.0; undefined: what stands there stays. */
  readonly version?: string | undefined;
}

/**
 * The manifest, XML or JSON, with these facts in every place that holds one: addresses on the add-in's own origin
 * (that of its pages), AppDomains, Resource, application id, scopes, version. Only these places change, and
 * applying the same facts again changes nothing. A text that cannot be read as a manifest comes back as it is:
 * `npm run validate` says what is wrong with it. Pure.
 */
export function applyFacts(manifest: string, facts: InstallationFacts): string {
  const json = manifest
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith('{');
  return withEdits(manifest, (json ? jsonEdits : xmlEdits)(manifest, facts));
}
