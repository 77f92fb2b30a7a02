/** An element of a parsed manifest. Names are local names, without prefix. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name; xsi:type is `type`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Every attribute as written, except namespace declarations. */
  readonly writtenAttributes: readonly XmlAttribute[];
  /** xsi:type with its prefix resolved. */
  readonly xsiType: XsiType | undefined;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Own text, trimmed. */
  readonly text: string;
  /** Line of the opening tag, from 1. */
  readonly line: number;
  /** Offsets of the opening tag, including angle brackets. */
  readonly tag: Span;
  /** Offsets of the content between the tags; empty for <a/>. */
  readonly content: Span;
}

export interface XmlAttribute {
  /** With its prefix, such as xsi:type. */
  readonly written: string;
  readonly name: string;
  /** Empty for an attribute without a prefix. */
  readonly namespace: string;
  readonly value: string;
}

/** Value of xsi:type. */
export interface XsiType {
  /** Without its prefix. */
  readonly name: string;
  /** Undefined if the prefix is not declared. */
  readonly namespace: string | undefined;
}

/** Offsets into a text; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Returns all descendants in document order, or those with the name. */
export function descendantsOf(element: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open = element.children.toReversed();
  for (let at = open.pop(); at; at = open.pop()) {
    if (name === undefined || at.name === name) found.push(at);
    for (const child of at.children.toReversed()) open.push(child);
  }
  return found;
}

/** Returns the nearest ancestor with the name. */
export function ancestorOf(element: XmlElement, name: string): XmlElement | undefined {
  for (let above = element.parent; above; above = above.parent) if (above.name === name) return above;
  return undefined;
}

/** Returns a location such as "OfficeApp > Hosts > Host, line 40". */
export function placeOf(element: XmlElement): string {
  const names: string[] = [];
  let at: XmlElement | undefined = element;
  for (; at && names.length < 4; at = at.parent) names.unshift(at.name);
  return `${names.length > 3 ? `… > ${names.slice(-3).join(' > ')}` : names.join(' > ')}, line ${element.line}`;
}
