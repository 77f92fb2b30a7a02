import { SaxesParser } from 'saxes';
import { ManifestError } from './manifestError.ts';

/** An element. Names are local names, without prefix. */
export interface XmlElement {
  readonly name: string;
  /** By local name; xsi:type is `type`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Own text, trimmed. */
  readonly text: string;
  /** Line of the opening tag, from 1. */
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/** A manifest is about fifteen levels deep. */
const MAX_DEPTH = 64;

/**
 * Parses XML. Resolves no external entities, and rejects a document type declaration, as Office does.
 * @param file path, for the message
 * @throws ManifestError that names the line of the first syntax error
 */
export function parseXml(file: string, text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let line = 1;
  parser.on('error', ({ message }) => {
    const [, sentence = message] = /^(?:[^:]*:)?\d+:\d+: (.*)$/su.exec(message) ?? [];
    throw new ManifestError(file, parser.line, '', `The file is not well-formed XML: ${sentence}`);
  });
  parser.on('doctype', () => {
    throw new ManifestError(file, parser.line, '<!DOCTYPE>', 'Remove it; Office rejects such manifests.');
  });
  parser.on('opentagstart', () => {
    ({ line } = parser);
  });
  parser.on('opentag', ({ local, attributes }) => {
    const element: OpenElement = {
      name: local,
      attributes: new Map(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
      children: [],
      text: '',
      line,
    };
    if (open.length >= MAX_DEPTH) {
      throw new ManifestError(
        file,
        line,
        `<${local}>`,
        `The element is nested more than ${MAX_DEPTH} levels deep.`,
      );
    }
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.text = element.text.trim();
  });
  parser.write(text).close();
  if (!root) throw new ManifestError(file, 1, '', 'The file contains no element.');
  return root;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Returns the elements at the end of a path of names, in document order. */
export function elementsAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((parent) => childrenOf(parent, name)),
    element ? [element] : [],
  );
}
