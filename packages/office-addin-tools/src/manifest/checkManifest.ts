import type { Finding } from '../finding.ts';
import type { Check, AddinKind } from './check.ts';
import { checkAddresses } from './checks/addresses.ts';
import { checkRequiredElements } from './checks/requiredElements.ts';
import { checkHosts } from './checks/hosts.ts';
import { checkIcons } from './checks/icons.ts';
import { checkIdentity } from './checks/identity.ts';
import { checkLaunchEvents } from './checks/launchEvents.ts';
import { checkLocales } from './checks/locales.ts';
import { checkRequirements } from './checks/requirements.ts';
import { checkWebApplicationInfo } from './checks/webApplicationInfo.ts';
import type { XmlElement } from './element.ts';
import type { ManifestFinding } from './finding.ts';
import { checkFormat } from './format/checkFormat.ts';
import type { ManifestFacts } from './manifestFacts.ts';
import { parseXml } from './parseXml.ts';

const checks: readonly Check[] = [
  checkRequiredElements,
  checkIdentity,
  checkHosts,
  checkRequirements,
  checkAddresses,
  checkLaunchEvents,
  checkIcons,
  checkLocales,
  checkWebApplicationInfo,
];

/** Checks an XML manifest of the project: first against the format, then against the project. Pure. */
export function checkManifest(xmlText: string, facts: ManifestFacts): ManifestFinding[] {
  const { root, findings } = checkFormat(xmlText);
  const fromProject = root === undefined ? [] : projectFindings(root, facts);
  return [...findings, ...fromProject].map((finding) => ({ file: facts.file, ...finding }));
}

function projectFindings(root: XmlElement, facts: ManifestFacts): Finding[] {
  const kind = kindOf(root);
  if (kind === undefined) {
    return [
      {
        where: `line ${root.line}`,
        problem: 'This is not the manifest of a task pane or mail add-in.',
        fix: 'Use <OfficeApp xsi:type="TaskPaneApp"> or <OfficeApp xsi:type="MailApp"> as the root element.',
      },
    ];
  }
  return checks.flatMap((check) => check({ kind, root, facts }));
}

function kindOf(root: XmlElement): AddinKind | undefined {
  const name = root.xsiType?.name;
  return name === 'TaskPaneApp' || name === 'MailApp' ? name : undefined;
}

/** Returns the add-in's Id; undefined if the manifest has none or cannot be parsed. */
export function manifestId(xmlText: string): string | undefined {
  const parsed = parseXml(xmlText);
  if ('error' in parsed) return undefined;
  return parsed.root.children.find(({ name }) => name === 'Id')?.text;
}
