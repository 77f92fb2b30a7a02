import { removal, applyEdits } from '../manifest/edits.ts';
import { descendantsOf } from '../manifest/element.ts';
import { parseXml } from '../manifest/parseXml.ts';
import type { Application } from '../project.ts';

/** Reduces manifests and source files to some applications. Pure. */

interface Names {
  /** Host in XML manifests. */
  readonly host: string;
  /** Scope in the unified manifest. */
  readonly scope: string;
}

const NAMES: Readonly<Record<Application, Names>> = {
  word: { host: 'Document', scope: 'document' },
  excel: { host: 'Workbook', scope: 'workbook' },
  powerpoint: { host: 'Presentation', scope: 'presentation' },
  outlook: { host: 'Mailbox', scope: 'mail' },
};

/** Returns manifest.xml with the hosts of these applications only. */
export function xmlFor(xml: string, applications: readonly Application[]): string {
  const parsed = parseXml(xml);
  if ('error' in parsed) return xml;
  const hosts = applications.map((application) => NAMES[application].host);
  const others = descendantsOf(parsed.root, 'Host').filter(
    ({ attributes }) => !hosts.includes(attributes.get('Name') ?? attributes.get('type') ?? ''),
  );
  return applyEdits(
    xml,
    others.map((element) => removal(xml, element)),
  );
}

/** Returns the source with these applications in its list; undefined if it contains no list. */
export function withApplications(source: string, applications: readonly Application[]): string | undefined {
  const list = / = \[[^\]]*\];/u;
  return list.test(source)
    ? source.replace(list, ` = [${applications.map((name) => `'${name}'`).join(', ')}];`)
    : undefined;
}

interface Extension {
  requirements: { scopes: string[] };
  [part: string]: unknown;
}
interface Unified {
  id: string;
  extensions: [Extension];
  authorization: { permissions: { resourceSpecific: { name: string }[] } };
}

/**
 * Returns the unified manifest and its language files for these applications.
 * @param languages texts by path; their keys are renumbered with the parts of the manifest
 * @param id Id of the remaining XML manifest, if there is only one
 */
export function unifiedFor(
  manifest: string,
  languages: ReadonlyMap<string, string>,
  applications: readonly Application[],
  id: string | undefined,
): { readonly manifest: string; readonly languages: ReadonlyMap<string, string> } {
  const scopes = applications.map((application) => NAMES[application].scope);
  const stay = (before: readonly string[]) => before.filter((scope) => scopes.includes(scope));
  const unified = JSON.parse(manifest) as Unified;
  const [extension] = unified.extensions;
  const moved = new Map<string, string | undefined>();
  if (id !== undefined) unified.id = id;
  for (const [name, part] of Object.entries(extension)) {
    if (!Array.isArray(part)) continue;
    const entries = part as { requirements?: { scopes?: string[] } }[];
    const kept = entries.filter(
      ({ requirements }) => !requirements?.scopes || stay(requirements.scopes).length > 0,
    );
    entries.forEach((entry, at) => {
      const to = kept.indexOf(entry);
      moved.set(`extensions[0].${name}[${at}]`, to < 0 ? undefined : `extensions[0].${name}[${to}]`);
    });
    for (const { requirements } of kept)
      if (requirements?.scopes) requirements.scopes = stay(requirements.scopes);
    if (kept.length > 0) extension[name] = kept;
    else Reflect.deleteProperty(extension, name);
  }
  extension.requirements.scopes = stay(extension.requirements.scopes);
  const { permissions } = unified.authorization;
  permissions.resourceSpecific = permissions.resourceSpecific.filter(({ name }) =>
    name.startsWith('Mailbox')
      ? applications.includes('outlook')
      : applications.some((application) => application !== 'outlook'),
  );
  const texts = [...languages].map(([path, text]) => [path, renumberKeys(text, moved)] as const);
  return { manifest: JSON.stringify(unified, null, 2), languages: new Map(texts) };
}

function renumberKeys(language: string, moved: ReadonlyMap<string, string | undefined>): string {
  const entries = Object.entries(JSON.parse(language) as Record<string, string>).flatMap(([key, text]) => {
    const part = /^extensions\[0\]\.\w+\[\d+\]/u.exec(key)?.[0];
    if (part === undefined || !moved.has(part)) return [[key, text] as const];
    const to = moved.get(part);
    return to === undefined ? [] : [[`${to}${key.slice(part.length)}`, text] as const];
  });
  return JSON.stringify(Object.fromEntries(entries), null, 2);
}
