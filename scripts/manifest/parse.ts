import { SaxesParser } from 'saxes';
import type { Span, XmlElement } from './element.ts';

export type Parsed =
  | { readonly root: XmlElement }
  /** The first thing that is not well-formed. `line` counts from 1. */
  | { readonly fault: string; readonly line: number };

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
  content: Span;
}

/** Reads XML text into elements. External entities are not looked up, so a manifest cannot make it read files. */
export function parseXml(text: string): Parsed {
  const marked = text.startsWith('\uFEFF') ? 1 : 0;
  const parser = new SaxesParser({ xmlns: true });
  let fault: { fault: string; line: number } | undefined;
  let root: Growing | undefined;
  let open: Growing | undefined;

  parser.on('error', ({ message }) => (fault ??= { fault: withoutPosition(message), line: parser.line }));
  let begin = 0;
  // Attributes come after this event, so that the last "<" so far is the tag's own.
  parser.on('opentagstart', () => (begin = text.lastIndexOf('<', parser.position + marked - 1)));
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element: Growing = {
      name: local,
      namespace: uri,
      attributes: new Map(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
      children: [],
      parent: open,
      text: '',
      line: parser.line,
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
    if (!open) return;
    if (!isSelfClosing) {
      open.content = { ...open.content, to: text.lastIndexOf('</', parser.position + marked) };
    }
    open.text = open.text.trim();
    open = open.parent as Growing | undefined;
  });

  parser.write(text.slice(marked)).close();
  if (fault) return fault;
  return root ? { root } : { fault: 'The file holds no element.', line: 1 };
}

/** saxes puts "line:column: " before what it says; the line is told separately. */
function withoutPosition(message: string): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+: /u, '');
}
