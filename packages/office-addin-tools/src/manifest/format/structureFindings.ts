import type { Finding } from '../../finding.ts';
import { finding } from '../check.ts';
import type { XmlElement } from '../element.ts';
import type { Prefixes } from '../parseXml.ts';
import type { Choice, ElementType, Slot } from './elementType.ts';
import { APP } from './namespaces.ts';
import { shown } from './simpleTypes.ts';

/** Findings of checkStructure. */

const tags = (names: readonly string[], between = ', ') => names.map((name) => `<${name}>`).join(between);
const namesOf = ({ choices }: Slot) => choices.map(({ name }) => name);
const orderOf = (slots: readonly Slot[]) => tags(slots.flatMap(namesOf));

/** Sorts findings by line. */
export function byLine(findings: readonly Finding[]): Finding[] {
  const lineOf = ({ where }: Finding) => Number(/line (?<line>\d+)$/u.exec(where)?.groups?.['line'] ?? 0);
  return findings.toSorted((one, other) => lineOf(one) - lineOf(other));
}

export function wrongRoot(root: XmlElement): Finding {
  return finding(root, 'OfficeApp is in the wrong namespace.', `Set xmlns="${APP}".`);
}

export function noType(element: XmlElement, names: readonly string[]): Finding {
  const fix =
    names.length === 1 ? `Write xsi:type="${names[0] ?? ''}".` : `Known types: ${names.join(', ')}.`;
  return finding(element, `<${element.name}> has no xsi:type.`, fix);
}

export function unknownType(
  element: XmlElement,
  type: string,
  meant: string | undefined,
  names: readonly string[],
): Finding {
  const known = names.length === 0 ? 'Remove xsi:type.' : `Known types: ${names.join(', ')}.`;
  return finding(
    element,
    `${shown(type)} is not a type of <${element.name}> here.`,
    meant === undefined ? known : `Did you mean ${meant}?`,
  );
}

export function typeInOtherNamespace(element: XmlElement, type: ElementType): Finding {
  return finding(
    element,
    `The prefix of the type ${type.name} refers to another namespace.`,
    `Write xsi:type with the prefix of ${type.namespace}.`,
  );
}

export function wrongText(element: XmlElement, problem: string, fix: string): Finding {
  return finding(element, `<${element.name}> ${problem}.`, fix);
}

export function textBetweenElements(element: XmlElement): Finding {
  return finding(
    element,
    `There is text directly in <${element.name}>: ${shown(element.text)}.`,
    'Remove it, or move it to the element or attribute where it belongs.',
  );
}

export function unknownElement(
  element: XmlElement,
  child: XmlElement,
  slots: readonly Slot[],
  parents: readonly string[],
): Finding {
  const allowed =
    slots.length === 0
      ? `<${element.name}> takes no elements.`
      : `<${element.name}> takes, in this order: ${orderOf(slots)}.`;
  const belongs = parents.length === 0 ? '' : `It belongs in ${tags(parents.slice(0, 4), ' or ')}. `;
  return finding(child, `<${cut(child.name)}> is not allowed in <${element.name}>.`, `${belongs}${allowed}`);
}

export function misspelledElement(element: XmlElement, child: XmlElement, meant: string): Finding {
  return finding(child, `<${child.name}> is not allowed in <${element.name}>.`, `Did you mean <${meant}>?`);
}

export function wrongNamespace(
  child: XmlElement,
  { name, namespace, type }: Choice,
  prefixes: Prefixes,
): Finding {
  if (name === 'VersionOverrides') {
    const typed = type ? ` xsi:type="${type().name}"` : '';
    return finding(
      child,
      'The namespace and xsi:type of VersionOverrides are not valid here.',
      `Write xmlns="${namespace}"${typed}.`,
    );
  }
  const prefix = prefixes.get(namespace);
  const fix =
    prefix === undefined
      ? `Declare xmlns:bt="${namespace}" and write <bt:${name}>.`
      : `Write <${prefix === '' ? '' : `${prefix}:`}${name}>.`;
  return finding(child, `<${name}> is in the wrong namespace: it belongs to ${namespace}.`, fix);
}

export function tooMany(element: XmlElement, child: XmlElement, slot: Slot): Finding {
  if (slot.choices.length > 1) {
    const names = tags(namesOf(slot), ' or ');
    return finding(child, `<${element.name}> has more than ${slot.max} of ${names}.`, `Keep ${slot.max}.`);
  }
  const times = slot.max === 1 ? 'one' : String(slot.max);
  return finding(
    child,
    `<${element.name}> has more than ${times} <${child.name}>.`,
    `Keep ${times}: Office ignores the others.`,
  );
}

export function tooLate(
  element: XmlElement,
  child: XmlElement,
  slots: readonly Slot[],
  furthest: number,
): Finding {
  const before = slots[furthest]?.choices[0]?.name ?? '';
  return finding(
    child,
    `<${child.name}> comes too late: it belongs before <${before}>.`,
    `<${element.name}> takes, in this order: ${orderOf(slots)}.`,
  );
}

export function missing(element: XmlElement, slots: readonly Slot[], at: number): Finding {
  const slot = slots[at];
  const names = slot ? namesOf(slot) : [];
  const present = new Set(element.children.map(({ name }) => name));
  const before = slots
    .slice(0, at)
    .flatMap(namesOf)
    .findLast((name) => present.has(name));
  const place = before === undefined ? 'as the first element' : `after <${before}>`;
  return finding(
    element,
    `<${element.name}> has no ${tags(names, ' or ')}.`,
    `Add it ${place}; it is required.`,
  );
}

export function unknownAttribute(
  element: XmlElement,
  written: string,
  meant: string | undefined,
  known: readonly string[],
): Finding {
  const takes =
    known.length === 0 ? `<${element.name}> takes no attributes.` : `It takes: ${known.join(', ')}.`;
  return finding(
    element,
    `<${element.name}> has no attribute ${shown(written)}.`,
    meant === undefined ? takes : `Did you mean ${meant}?`,
  );
}

export function missingAttribute(element: XmlElement, name: string, values: readonly string[]): Finding {
  return finding(
    element,
    `<${element.name}> needs the attribute ${name}.`,
    values.length === 0 ? `Add ${name}="…".` : `Add it; known values: ${values.join(', ')}.`,
  );
}

export function wrongAttribute(element: XmlElement, name: string, problem: string, fix: string): Finding {
  return finding(element, `${name} of <${element.name}> ${problem}.`, fix);
}

const cut = (name: string) => (name.length > 60 ? `${name.slice(0, 57)}…` : name);
