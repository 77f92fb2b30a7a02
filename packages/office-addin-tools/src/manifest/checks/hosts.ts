import type { Finding } from '../../finding.ts';
import { finding, type Check } from '../check.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';

/** Checks that every VersionOverrides has a ribbon button for exactly the applications of OfficeApp. */
export const checkHosts: Check = ({ root, kind }) => {
  const hosts = childrenOf(childOf(root, 'Hosts'), 'Host');
  const names = hosts.map((host) => host.attributes.get('Name') ?? '');
  const wanted = kind === 'MailApp' ? ['MailHost'] : names;
  return descendantsOf(root, 'VersionOverrides').flatMap((element) => compare(element, wanted));
};

function compare(overrides: XmlElement, wanted: readonly string[]): Finding[] {
  const list = childOf(overrides, 'Hosts');
  if (!list) return [];
  const found = childrenOf(list, 'Host').map((host) => host.attributes.get('type') ?? '');
  const missing = wanted.filter((name) => !found.includes(name));
  const surplus = found.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name) =>
      finding(
        list,
        `VersionOverrides has no Host "${name}", so the application shows no button.`,
        `Add <Host xsi:type="${name}">.`,
      ),
    ),
    ...surplus.map((name) =>
      finding(
        list,
        `The Host "${name}" is not among the Hosts of OfficeApp.`,
        'Remove it, or add it there too.',
      ),
    ),
  ];
}
