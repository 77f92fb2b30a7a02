import type { Finding } from '../../finding.ts';
import type { Unified } from './unified.ts';
import { findingAt, valueAt } from './jsonPath.ts';

/** One product in two forms: who installs either gets the same add-in. */
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
        `Here it is "${String(here)}", by the XML manifests "${String(there)}".`,
        'Make them the same: they are one add-in in two forms.',
      ),
    );
}

/** 1.0.0.0 in XML is 1.0.0 here. */
function plain(version: string): string {
  return version.replace(/(?:\.0+)+$/u, '');
}

function sorted(values: readonly unknown[]): string {
  return values.map(String).toSorted().join(', ');
}
