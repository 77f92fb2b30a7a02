/** An element of a parsed manifest. Names are local names: the prefix says nothing, the namespace does. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name; xsi:type is `type`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Text directly inside, trimmed. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** Offsets of the opening tag in the text that was parsed, angle brackets included. */
  readonly tag: Span;
  /** Offsets of what stands between the tags; empty for <a/>. */
  readonly content: Span;
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
  return childrenOf(element, name)[0];
}

/** All elements below, in document order; with a name only those. */
export function descendantsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** The nearest element of that name above. */
export function ancestorOf(element: XmlElement, name: string): XmlElement | undefined {
  for (let above = element.parent; above; above = above.parent) if (above.name === name) return above;
  return undefined;
}

/** "OfficeApp > Hosts > Host, line 40": where a reader finds it. */
export function placeOf(element: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) names.unshift(at.name);
  return `${names.length > 3 ? `… > ${names.slice(-3).join(' > ')}` : names.join(' > ')}, line ${element.line}`;
}
