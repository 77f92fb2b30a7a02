import type { Finding } from '../../finding.ts';
import { finding } from '../check.ts';
import { ancestorOf, type XmlElement } from '../element.ts';
import type { TypedElement } from './checkStructure.ts';
import { shown } from './simpleTypes.ts';

/** Elements with an id that must be unique across tabs and groups. The id of OfficeTab names a built-in tab instead. */
const WITH_ID = ['Control', 'Group', 'CustomTab', 'Item'];

/**
 * Checks that ids of controls, groups, custom tabs and menu items are unique within a Host, and that no application or
 * event is listed twice. Another Host, and version 1.1, may repeat ids (Microsoft's pages "Control element", "Group
 * element", "CustomTab element").
 */
export function checkUniqueIds(typed: readonly TypedElement[]): Finding[] {
  const seen = new Map<XmlElement | undefined, Map<string, XmlElement>>();
  return typed.flatMap(({ element }) => {
    const key = keyOf(element);
    if (!key) return [];
    const within = seen.get(key.scope) ?? new Map<string, XmlElement>();
    seen.set(key.scope, within);
    const first = within.get(key.id);
    if (!first) {
      within.set(key.id, element);
      return [];
    }
    const [one, other] = first.line <= element.line ? [first, element] : [element, first];
    return [
      finding(
        other,
        `<${element.name}> ${shown(key.value)} appears twice; the first is on line ${one.line}.`,
        WITH_ID.includes(element.name) ? 'Give each its own id.' : 'Keep one of them.',
      ),
    ];
  });
}

interface Key {
  readonly scope: XmlElement | undefined;
  readonly id: string;
  readonly value: string;
}

function keyOf(element: XmlElement): Key | undefined {
  const { name, attributes, parent } = element;
  if (WITH_ID.includes(name)) {
    const id = attributes.get('id');
    return id === undefined
      ? undefined
      : { scope: ancestorOf(element, 'Host'), id: `${name} ${id}`, value: id };
  }
  const value = listedValue(element);
  return value === undefined ? undefined : { scope: parent, id: `${name} ${value.toLowerCase()}`, value };
}

/** Returns what identifies a list entry among its siblings; undefined if the element is not a list entry. */
function listedValue({ name, attributes, text, xsiType, parent }: XmlElement): string | undefined {
  switch (name) {
    case 'Host':
    case 'Capability':
      return attributes.get('Name') ?? xsiType?.name;
    case 'Form':
      return xsiType?.name;
    case 'LaunchEvent':
      return parent?.name === 'LaunchEvents' ? attributes.get('Type') : undefined;
    case 'AppDomain':
    case 'Scope':
      return text;
    default:
      return undefined;
  }
}
