import type { Check } from './check.ts';
import { checkAddresses } from './checks/addresses.ts';
import { checkHosts } from './checks/hosts.ts';
import { checkIcons } from './checks/icons.ts';
import { checkIdentity } from './checks/identity.ts';
import { checkLocales } from './checks/locales.ts';
import { checkOrder } from './checks/order.ts';
import { checkResources } from './checks/resources.ts';
import { checkWebApplicationInfo } from './checks/webApplicationInfo.ts';
import type { Finding } from './finding.ts';
import type { ManifestFacts } from './manifestFacts.ts';
import { parseXml } from './parse.ts';

const checks: readonly Check[] = [
  checkOrder,
  checkIdentity,
  checkHosts,
  checkAddresses,
  checkIcons,
  checkResources,
  checkLocales,
  checkWebApplicationInfo,
];

/** All faults of one manifest, in the order of the checks; none: the manifest is sound. Pure. */
export function checkManifest(xmlText: string, facts: ManifestFacts): Finding[] {
  const { file } = facts;
  const parsed = parseXml(xmlText);
  if ('fault' in parsed) {
    return [
      {
        file,
        where: `line ${parsed.line}`,
        problem: `The file is not well-formed XML: ${parsed.fault}`,
        mend: 'Mend the XML there; nothing else was checked.',
      },
    ];
  }
  const { root } = parsed;
  const kind = root.attributes.get('type');
  if (root.name !== 'OfficeApp' || (kind !== 'TaskPaneApp' && kind !== 'MailApp')) {
    return [
      {
        file,
        where: `line ${root.line}`,
        problem: 'This is not the manifest of a task pane or mail add-in.',
        mend: 'Begin with <OfficeApp xsi:type="TaskPaneApp"> or <OfficeApp xsi:type="MailApp">.',
      },
    ];
  }
  return checks.flatMap((check) => check({ kind, root, facts })).map((fault) => ({ file, ...fault }));
}

/** The Id of the add-in, for comparing manifests; undefined where there is none to read. */
export function manifestId(xmlText: string): string | undefined {
  const parsed = parseXml(xmlText);
  if ('fault' in parsed) return undefined;
  return parsed.root.children.find(({ name }) => name === 'Id')?.text;
}
