import type { Check, Fault, ProjectKind } from './check.ts';
import { checkAddresses } from './checks/addresses.ts';
import { checkComplete } from './checks/complete.ts';
import { checkHosts } from './checks/hosts.ts';
import { checkIcons } from './checks/icons.ts';
import { checkIdentity } from './checks/identity.ts';
import { checkLocales } from './checks/locales.ts';
import { checkRequirements } from './checks/requirements.ts';
import { checkWebApplicationInfo } from './checks/webApplicationInfo.ts';
import type { XmlElement } from './element.ts';
import type { Finding } from './finding.ts';
import { checkFormat } from './format/checkFormat.ts';
import type { ManifestFacts } from './manifestFacts.ts';
import { parseXml } from './parse.ts';

const checks: readonly Check[] = [
  checkComplete,
  checkIdentity,
  checkHosts,
  checkRequirements,
  checkAddresses,
  checkIcons,
  checkLocales,
  checkWebApplicationInfo,
];

/**
 * All faults of one manifest of this project: by the format of manifests first, then by what this project wants of its
 * own. None: the manifest is sound. Pure.
 */
export function checkManifest(xmlText: string, facts: ManifestFacts): Finding[] {
  const { root, faults } = checkFormat(xmlText);
  const own = root === undefined ? [] : ownFaults(root, facts);
  return [...faults, ...own].map((fault) => ({ file: facts.file, ...fault }));
}

function ownFaults(root: XmlElement, facts: ManifestFacts): Fault[] {
  const kind = kindOf(root);
  if (kind === undefined) {
    return [
      {
        where: `line ${root.line}`,
        problem: 'This is not the manifest of a task pane or mail add-in, as this project is.',
        mend: 'Begin with <OfficeApp xsi:type="TaskPaneApp"> or <OfficeApp xsi:type="MailApp">.',
      },
    ];
  }
  return checks.flatMap((check) => check({ kind, root, facts }));
}

function kindOf(root: XmlElement): ProjectKind | undefined {
  const name = root.xsiType?.name;
  return name === 'TaskPaneApp' || name === 'MailApp' ? name : undefined;
}

/** The Id of the add-in, for comparing manifests; undefined where there is none to read. */
export function manifestId(xmlText: string): string | undefined {
  const parsed = parseXml(xmlText);
  if ('fault' in parsed) return undefined;
  return parsed.root.children.find(({ name }) => name === 'Id')?.text;
}
