import { SaxesParser } from 'saxes';
import type { Span, XmlAttribute, XmlElement, XsiType } from './element.ts';

export type Parsed =
  | { readonly root: XmlElement; readonly prefixes: Prefixes }
  /** A sentence about the first syntax error. `line` counts from 1. */
  | { readonly error: string; readonly line: number };

/** First declared prefix by namespace; empty for a default namespace. */
export type Prefixes = ReadonlyMap<string, string>;

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
  content: Span;
}

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** A manifest is about fifteen levels deep. The parser resolves namespaces level by level. */
const MAX_DEPTH = 64;
/** A large manifest has about a thousand elements. */
const MAX_ELEMENTS = 50_000;

/** Stops the parser. */
class ParseAborted extends Error {}

/**
 * Parses XML into elements. Resolves no external entities, so a manifest cannot read files. Rejects a document type
 * declaration, as Office does, and elements nested too deeply for a manifest.
 */
export function parseXml(text: string): Parsed {
  const marked = text.startsWith('\uFEFF') ? 1 : 0;
  const parser = new SaxesParser({ xmlns: true });
  const prefixes = new Map<string, string>();
  let failure: { error: string; line: number } | undefined;
  let root: Growing | undefined;
  let open: Growing | undefined;
  let depth = 0;
  let count = 0;

  const abort = (sentence: string, line: number) => {
    failure ??= { error: sentence, line };
    throw new ParseAborted();
  };
  parser.on('error', ({ message }) =>
    abort(`The file is not well-formed XML: ${withoutPosition(message)}`, parser.line),
  );
  parser.on('doctype', () =>
    abort('A document type declaration (<!DOCTYPE>) is not allowed in a manifest.', parser.line),
  );
  let begin = 0;
  let beginLine = 1;
  const lineAt = lineCounter(text);
  // Attributes follow this event, so the last "<" so far begins this tag.
  parser.on('opentagstart', () => {
    begin = text.lastIndexOf('<', parser.position + marked - 1);
    beginLine = lineAt(begin);
    if (++count > MAX_ELEMENTS) abort(`The file has more than ${MAX_ELEMENTS} elements.`, beginLine);
    if (++depth > MAX_DEPTH) abort(`Elements are nested more than ${MAX_DEPTH} levels deep.`, beginLine);
  });
  parser.on('opentag', ({ local, uri, attributes, ns }) => {
    for (const [prefix, namespace] of Object.entries(ns))
      if (!prefixes.has(namespace)) prefixes.set(namespace, prefix);
    const written = Object.values(attributes).filter((attribute) => attribute.uri !== XMLNS);
    const element: Growing = {
      name: local,
      namespace: uri,
      attributes: new Map(written.map((attribute) => [attribute.local, attribute.value])),
      writtenAttributes: written.map((attribute): XmlAttribute => ({
        written: attribute.name,
        name: attribute.local,
        namespace: attribute.uri,
        value: attribute.value,
      })),
      xsiType: xsiTypeOf(
        written.find((attribute) => attribute.uri === XSI && attribute.local === 'type')?.value,
        (prefix) => parser.resolve(prefix),
      ),
      children: [],
      parent: open,
      text: '',
      line: beginLine,
      tag: { from: begin, to: parser.position + marked },
      content: { from: parser.position + marked, to: parser.position + marked },
    };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  const addText = (piece: string) => {
    if (open) open.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ isSelfClosing }) => {
    depth--;
    if (!open) return;
    if (!isSelfClosing) {
      open.content = { ...open.content, to: text.lastIndexOf('</', parser.position + marked) };
    }
    open.text = open.text.trim();
    open = open.parent as Growing | undefined;
  });

  try {
    parser.write(text.slice(marked)).close();
  } catch (error) {
    if (!(error instanceof ParseAborted)) throw error;
  }
  if (failure) return failure;
  return root ? { root, prefixes } : { error: 'The file contains no element.', line: 1 };
}

/** Returns a function from offset to line. Offsets must increase, so that each line break is read once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}

function xsiTypeOf(
  value: string | undefined,
  resolve: (prefix: string) => string | undefined,
): XsiType | undefined {
  if (value === undefined) return undefined;
  const [first = '', second] = value.trim().split(':', 2);
  return second === undefined
    ? { name: first, namespace: resolve('') ?? '' }
    : { name: second, namespace: resolve(first) };
}

/** Removes "line:column: ", which saxes puts before its message. */
function withoutPosition(message: string): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+: /u, '');
}
