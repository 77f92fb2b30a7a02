import type { Finding } from '../../finding.ts';
import type { Unified } from './unified.ts';
import { findingAt, valueAt } from './jsonPath.ts';

/** Checks that the unified manifest and the XML manifests describe the same add-in. */
export function checkSameAsXml({ value, texts, facts: { xml } }: Unified): Finding[] {
  if (!xml) return [];
  const list = (path: string) => (valueAt(value, path) as readonly unknown[] | undefined) ?? [];
  const permissions = list('authorization.permissions.resourceSpecific').map((entry) =>
    valueAt(entry, 'name'),
  );
  const same: [string, unknown, unknown][] = [
    ['id', valueAt(value, 'id'), xml.id],
    ['version', plain(String(valueAt(value, 'version'))), plain(xml.version ?? '')],
    ['name.short', valueAt(value, 'name.short'), xml.title],
    [
      'extensions[0].requirements.scopes',
      sorted(list('extensions[0].requirements.scopes')),
      sorted(xml.scopes),
    ],
    ['authorization.permissions.resourceSpecific', sorted(permissions), sorted(xml.permissions)],
  ];
  return same
    .filter(([, here, there]) => here !== there)
    .map(([path, here, there]) =>
      findingAt(
        texts,
        path,
        `The value is "${String(here)}" here, but "${String(there)}" in the XML manifests.`,
        'Use the same value: both describe one add-in.',
      ),
    );
}

/** Removes trailing zeros: 1.0.0.0 in XML equals 1.0.0 here. */
function plain(version: string): string {
  return version.replace(/(?:\.0+)+$/u, '');
}

function sorted(values: readonly unknown[]): string {
  return values.map(String).toSorted().join(', ');
}
