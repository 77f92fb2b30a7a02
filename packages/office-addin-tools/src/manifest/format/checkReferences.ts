import type { Finding } from '../../finding.ts';
import { finding } from '../check.ts';
import { ancestorOf, childOf, type XmlElement } from '../element.ts';
import type { TypedElement } from './checkStructure.ts';
import type { ResourceGroup } from './elementType.ts';
import { shown } from './simpleTypes.ts';

const GROUPS: readonly ResourceGroup[] = ['Images', 'Urls', 'ShortStrings', 'LongStrings'];

type Ids = ReadonlyMap<ResourceGroup, ReadonlySet<string>>;

/** Checks that every resid names a resource of the right group, and that ids are unique in a group. */
export function checkReferences(typed: readonly TypedElement[]): Finding[] {
  const ids = new Map<XmlElement, Ids>();
  const idsOf = (overrides: XmlElement) => {
    const known = ids.get(overrides) ?? resourceIds(overrides);
    ids.set(overrides, known);
    return known;
  };
  return [
    ...typed.flatMap(({ element, type }) => {
      const id = element.attributes.get('resid');
      if (id === undefined || id === '' || !type.refersTo) return [];
      const reach = overridesAround(element).map(idsOf);
      const groups = GROUPS.filter((group) => reach.some((found) => found.get(group)?.has(id)));
      if (type.refersTo.some((group) => groups.includes(group))) return [];
      return [
        finding(
          element,
          groups.length === 0
            ? `resid ${shown(id)} names no resource.`
            : `resid ${shown(id)} is in ${groups.join(' and ')}.`,
          `<${element.name}> takes a resource of ${type.refersTo.join(' or ')}.`,
        ),
      ];
    }),
    ...typed
      .filter(({ element }) => element.parent?.name === 'Resources')
      .flatMap(({ element }) => checkIds(element)),
  ];
}

/** Returns all VersionOverrides around the element: the schema merges their resources. */
function overridesAround(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = ancestorOf(element, 'VersionOverrides'); at; at = ancestorOf(at, 'VersionOverrides'))
    found.push(at);
  return found;
}

function resourceIds(overrides: XmlElement): Ids {
  const resources = childOf(overrides, 'Resources');
  return new Map(
    GROUPS.map((group) => {
      const children = childOf(resources, group)?.children ?? [];
      return [group, new Set(children.map(({ attributes }) => attributes.get('id') ?? ''))] as const;
    }),
  );
}

function checkIds(group: XmlElement): Finding[] {
  const seen = new Map<string, XmlElement>();
  return group.children.flatMap((resource) => {
    const id = resource.attributes.get('id') ?? '';
    const first = seen.get(id);
    if (!first) seen.set(id, resource);
    // Published manifests repeat ids of icons. Only different values are ambiguous.
    if (!first || first.attributes.get('DefaultValue') === resource.attributes.get('DefaultValue')) return [];
    return [
      finding(
        resource,
        `The id ${shown(id)} is used twice; the first is on line ${first.line}.`,
        'Give each resource its own id.',
      ),
    ];
  });
}
