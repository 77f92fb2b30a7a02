import { fault, type Check } from '../check.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';

const known = {
  TaskPaneApp: ['Document', 'Workbook', 'Presentation', 'Notebook', 'Project'],
  MailApp: ['Mailbox'],
};

/** The applications named at the top are known ones, and each has its ribbon button in every VersionOverrides. */
export const checkHosts: Check = ({ root, kind }) => {
  const hosts = childrenOf(childOf(root, 'Hosts'), 'Host');
  const unknown = hosts
    .filter((host) => !known[kind].includes(host.attributes.get('Name') ?? ''))
    .map((host) =>
      fault(
        host,
        `"${host.attributes.get('Name') ?? ''}" is not an application of a ${kind}.`,
        `Known are: ${known[kind].join(', ')}.`,
      ),
    );
  const names = hosts.map((host) => host.attributes.get('Name') ?? '');
  const wanted = kind === 'MailApp' ? ['MailHost'] : names;
  const overrides = descendantsOf(root, 'VersionOverrides').flatMap((element) => compare(element, wanted));
  return [...unknown, ...overrides];
};

function compare(overrides: XmlElement, wanted: readonly string[]) {
  const list = childOf(overrides, 'Hosts');
  if (!list) return [];
  const found = childrenOf(list, 'Host').map((host) => host.attributes.get('type') ?? '');
  const missing = wanted.filter((name) => !found.includes(name));
  const surplus = found.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name) =>
      fault(
        list,
        `VersionOverrides has no Host "${name}": no button there.`,
        `Add <Host xsi:type="${name}">.`,
      ),
    ),
    ...surplus.map((name) =>
      fault(
        list,
        `The Host "${name}" is not among the Hosts of OfficeApp.`,
        'Remove it, or name it there too.',
      ),
    ),
  ];
}
