import type { Finding } from '../../finding.ts';
import type { XmlElement } from '../element.ts';
import type { Prefixes } from '../parseXml.ts';
import { nearest } from '../../nearest.ts';
import { checkAttributes } from './checkAttributes.ts';
import type { Choice, ElementType, Slot } from './elementType.ts';
import { mailOverrides10, mailOverrides11 } from './mailOverrides.ts';
import { APP_1_0 } from './namespaces.ts';
import { officeApp } from './officeApp.ts';
import { officeApp10 } from './officeApp10.ts';
import { parentsOf } from './parentsOf.ts';
import { fixFor } from './simpleTypes.ts';
import * as messages from './structureFindings.ts';
import { contentOverrides, taskPaneOverrides } from './taskPaneOverrides.ts';

/** An element with its type, for the checks beyond the structure. */
export interface TypedElement {
  readonly element: XmlElement;
  readonly type: ElementType;
}

interface Visit extends TypedElement {
  /** The namespace that the element should be in. */
  readonly namespace: string;
}

export interface Structure {
  readonly findings: readonly Finding[];
  readonly typed: readonly TypedElement[];
}

/** Bounds the output for a text that is not a manifest. */
export const MAX_FINDINGS = 1000;

type Add = (found: Finding) => void;

const OVERRIDES = [taskPaneOverrides, contentOverrides, mailOverrides10, mailOverrides11];

/**
 * Checks elements, their order and occurrences, attributes, values and namespaces against the tables of the format. Checks
 * the content of a misspelled element as that of the element it resembles. Linear. Pure.
 */
export function checkStructure(root: XmlElement, prefixes: Prefixes): Structure {
  const findings: Finding[] = [];
  const typed: TypedElement[] = [];
  const add = (found: Finding) => {
    if (findings.length < MAX_FINDINGS) findings.push(found);
  };
  const open: Visit[] = [];
  const enter = (element: XmlElement, declared: ElementType, namespace: string) => {
    const type = concreteType(element, declared, namespace, add);
    if (!type) return;
    typed.push({ element, type });
    open.push({ element, type, namespace });
  };

  const whole = root.namespace === APP_1_0 ? officeApp10 : officeApp;
  if (root.namespace !== whole.namespace) add(messages.wrongRoot(root));
  enter(root, whole, whole.namespace);
  for (let visit = open.pop(); visit; visit = open.pop()) {
    checkAttributes(visit.element, visit.type, add);
    checkText(visit, add);
    const { content } = visit.type;
    const slots = content.kind === 'elements' ? content.slots : [];
    for (const { child, type, namespace } of checkChildren(visit, slots, prefixes, add))
      enter(child, type, namespace);
  }
  const inOrder = typed.toSorted((one, other) => one.element.tag.from - other.element.tag.from);
  return { findings: messages.byLine(findings), typed: inOrder };
}

/** Returns the type that xsi:type selects; undefined if unknown. */
function concreteType(
  element: XmlElement,
  declared: ElementType,
  namespace: string,
  add: Add,
): ElementType | undefined {
  const { content } = declared;
  const of = content.kind === 'variants' ? content.variants : [declared];
  const names = of.map(({ name }) => name);
  const { xsiType } = element;
  if (!xsiType) {
    if (content.kind !== 'variants' && declared.typeRequired !== true) return declared;
    add(messages.noType(element, names));
    return of.length === 1 ? of[0] : of.find(({ name }) => name === element.attributes.get('type'));
  }
  const found = of.find(({ name }) => name === xsiType.name);
  if (found) {
    const astray = element.namespace !== namespace && xsiType.namespace === element.namespace;
    if (xsiType.namespace !== found.namespace && !astray) add(messages.typeInOtherNamespace(element, found));
    return found;
  }
  const meant = nearest(xsiType.name, names);
  const typed = content.kind === 'variants' || declared.typeRequired === true;
  add(messages.unknownType(element, xsiType.name, meant, typed ? names : []));
  return of.find(({ name }) => name === meant) ?? (of.length === 1 ? of[0] : undefined);
}

function checkText({ element, type: { content } }: Visit, add: Add): void {
  if (content.kind === 'text') {
    const wrong = content.type.check(element.text);
    if (wrong) add(messages.wrongText(element, wrong.problem, fixFor(element.text, content.type, wrong.fix)));
  } else if (element.text !== '') add(messages.textBetweenElements(element));
}

interface Entered {
  readonly child: XmlElement;
  readonly type: ElementType;
  readonly namespace: string;
}

/** Checks names, namespaces, order and occurrences. @returns the children with a known type */
function checkChildren(visit: Visit, slots: readonly Slot[], prefixes: Prefixes, add: Add): Entered[] {
  const { element } = visit;
  const places = new Map(
    slots.flatMap(({ choices }, at) => choices.map((choice) => [choice.name, { at, choice }] as const)),
  );
  const counts = slots.map(() => 0);
  let furthest = -1;
  const entered = element.children.flatMap((child): Entered[] => {
    const meant = places.has(child.name) ? child.name : misspelled(child.name, [...places.keys()]);
    const found = meant === undefined ? undefined : places.get(meant);
    if (!found) {
      add(messages.unknownElement(element, child, slots, parentsOf(child.name)));
      return [];
    }
    const { at, choice } = found;
    if (choice.name !== child.name) add(messages.misspelledElement(element, child, choice.name));
    else if (isMisplaced(visit, child, choice)) add(messages.wrongNamespace(child, choice, prefixes));
    const count = (counts[at] ?? 0) + 1;
    counts[at] = count;
    const slot = slots[at];
    if (slot && count === slot.max + 1) add(messages.tooMany(element, child, slot));
    if (at < furthest) add(messages.tooLate(element, child, slots, furthest));
    furthest = Math.max(furthest, at);
    return entry(child, choice);
  });
  slots.forEach((slot, at) => {
    if ((counts[at] ?? 0) < slot.min) add(messages.missing(element, slots, at));
  });
  return entered;
}

/** Returns the name that was meant, unless the format knows `name` elsewhere. */
function misspelled(name: string, names: readonly string[]): string | undefined {
  return parentsOf(name).length > 0 ? undefined : nearest(name, names);
}

/** Returns false inside a branch whose root is already reported for the wrong namespace. */
function isMisplaced({ element, namespace }: Visit, child: XmlElement, choice: Choice): boolean {
  if (child.namespace === choice.namespace) return false;
  return element.namespace === namespace || child.namespace !== element.namespace;
}

function entry(child: XmlElement, { namespace, type }: Choice): Entered[] {
  if (!type) return [];
  if (child.name === 'VersionOverrides' && child.namespace !== namespace) {
    // Check it by its own namespace. Its position is already reported.
    const own = OVERRIDES.find((candidate) => candidate.namespace === child.namespace);
    if (own) return [{ child, type: own, namespace: own.namespace }];
  }
  return [{ child, type: type(), namespace }];
}
