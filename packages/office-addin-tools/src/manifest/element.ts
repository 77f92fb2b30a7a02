/** An element of a parsed manifest. Names are local names: the prefix says nothing, the namespace does. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name; xsi:type is `type`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Every attribute as written, declarations of namespaces left out. */
  readonly writtenAttributes: readonly XmlAttribute[];
  /** xsi:type, its prefix resolved; undefined where there is none. */
  readonly xsiType: XsiType | undefined;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Text directly inside, trimmed. */
  readonly text: string;
  /** Line of the opening tag's name, counted from 1. */
  readonly line: number;
  /** Offsets of the opening tag in the text that was parsed, angle brackets included. */
  readonly tag: Span;
  /** Offsets of what stands between the tags; empty for <a/>. */
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

/** The type that an element says it is of. */
export interface XsiType {
  /** Without its prefix. */
  readonly name: string;
  /** Undefined: the prefix is not declared. */
  readonly namespace: string | undefined;
}

/** `to` is the first character behind. */
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

/** All elements below, in document order; with a name only those. */
export function descendantsOf(element: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open = element.children.toReversed();
  for (let at = open.pop(); at; at = open.pop()) {
    if (name === undefined || at.name === name) found.push(at);
    for (const child of at.children.toReversed()) open.push(child);
  }
  return found;
}

/** The nearest element of that name above. */
export function ancestorOf(element: XmlElement, name: string): XmlElement | undefined {
  for (let above = element.parent; above; above = above.parent) if (above.name === name) return above;
  return undefined;
}

/** "OfficeApp > Hosts > Host, line 40": where a reader finds it. */
export function placeOf(element: XmlElement): string {
  const names: string[] = [];
  let at: XmlElement | undefined = element;
  for (; at && names.length < 4; at = at.parent) names.unshift(at.name);
  return `${names.length > 3 ? `… > ${names.slice(-3).join(' > ')}` : names.join(' > ')}, line ${element.line}`;
}
