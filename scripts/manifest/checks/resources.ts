import { fault, type Check, type Fault, type Manifest } from '../check.ts';
import { ancestorOf, childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';

const MAX_ID = 32;
const groups = ['Images', 'Urls', 'ShortStrings', 'LongStrings'] as const;
type Group = (typeof groups)[number];

/** Characters allowed in a text, by the element or the group of resources that holds it. */
const maxLength: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ShortStrings: 125,
  LongStrings: 250,
  Urls: 2048,
};

/** Every reference finds its resource, in the group of its kind, and no text is longer than Office takes. */
export const checkResources: Check = (manifest) => [
  ...checkReferences(manifest),
  ...checkIds(manifest),
  ...checkLengths(manifest),
];

function checkReferences({ root }: Manifest): Fault[] {
  return descendantsOf(root).flatMap((element) => {
    const id = element.attributes.get('resid');
    if (id === undefined) return [];
    const group = groupFor(element);
    if (idsInReach(element, group).has(id)) return [];
    const other = groups.find((name) => idsInReach(element, name).has(id));
    return [
      fault(
        element,
        other === undefined ? `resid "${id}" names no resource.` : `resid "${id}" is in ${other}.`,
        `${element.name} takes a resource of ${group}.`,
      ),
    ];
  });
}

function groupFor(element: XmlElement): Group {
  switch (element.name) {
    case 'Image':
      return 'Images';
    case 'SourceLocation':
    case 'LearnMoreUrl':
    case 'FunctionFile':
    case 'Runtime':
      return 'Urls';
    case 'Description':
      return 'LongStrings';
    default:
      return 'ShortStrings';
  }
}

/** Resources of the element's own VersionOverrides and of those around it: the schema merges them. */
function idsInReach(element: XmlElement, group: Group): Set<string> {
  const ids = new Set<string>();
  for (let at = ancestorOf(element, 'VersionOverrides'); at; at = ancestorOf(at, 'VersionOverrides')) {
    for (const resource of childOf(childOf(at, 'Resources'), group)?.children ?? []) {
      ids.add(resource.attributes.get('id') ?? '');
    }
  }
  return ids;
}

function checkIds({ root }: Manifest): Fault[] {
  return descendantsOf(root, 'Resources').flatMap((resources) => {
    const seen = new Set<string>();
    return resources.children
      .flatMap((group) => group.children)
      .flatMap((resource) => {
        const id = resource.attributes.get('id') ?? '';
        const doubled = seen.has(id);
        seen.add(id);
        if (doubled)
          return [fault(resource, `The id "${id}" is given twice.`, 'Ids of resources are unique.')];
        if (id !== '' && id.length <= MAX_ID) return [];
        return [fault(resource, `The id "${id}" is empty or too long.`, `Use 1 to ${MAX_ID} characters.`)];
      });
  });
}

function checkLengths({ root }: Manifest): Fault[] {
  const top = ['DisplayName', 'Description'].flatMap((name) => childrenOf(root, name));
  const strings = ['ShortStrings', 'LongStrings', 'Urls'].flatMap((name) =>
    descendantsOf(root, name).flatMap((group) => group.children),
  );
  return [...top, ...strings].flatMap((element) => {
    const most = maxLength[element.name] ?? maxLength[element.parent?.name ?? ''] ?? Infinity;
    return [element, ...childrenOf(element, 'Override')].flatMap((at) => {
      const text = at.attributes.get(at === element ? 'DefaultValue' : 'Value') ?? '';
      if (text.trim() === '') return [fault(at, 'The text is empty.', 'Write it.')];
      if (text.length <= most) return [];
      return [fault(at, `The text has ${text.length} characters.`, `Shorten it to ${most}.`)];
    });
  });
}
