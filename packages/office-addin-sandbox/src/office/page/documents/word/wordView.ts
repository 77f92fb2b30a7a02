import { link, make } from '../../dom.ts';
import { asObject } from '../../envelope.ts';
import type { Properties } from '../../rich/apiObject.ts';
import type { Link } from '../entries.ts';
import { showAlignment, showFont } from '../fontStyle.ts';
import { safeHtml } from '../html/safeHtml.ts';
import type { WordEntry, WordModel, WordParagraph, WordTable } from './wordModel.ts';

/** Maximum number of table rows on the page; the document contains all of them. */
const maxRows = 300;

/** Renders a page with the content, and the cursor after it. */
export function wordView(model: WordModel, into: HTMLElement): void {
  const page = make('div', { class: 'page' }, ...model.entries.map(entryView));
  const cursor = make('p', { class: 'cursor', 'aria-hidden': 'true' });
  if (model.entries.length === 0) {
    page.append(
      make('p', { class: 'hint' }, 'This document is empty. Content that the add-in inserts appears here.'),
    );
  }
  page.append(cursor);
  into.replaceChildren(page);
}

function entryView(entry: WordEntry): Node {
  switch (entry.kind) {
    case 'table':
      return tableView(entry);
    case 'html': {
      const view = make('div', { class: 'inserted-html' });
      view.append(safeHtml(entry.html));
      return view;
    }
    case 'break':
      return make('p', { class: 'hint' }, `${entry.type ?? 'Page'} break`);
    case 'file':
      return make('p', { class: 'hint' }, `Inserted file, ${entry.base64?.length ?? 0} characters of base64`);
    case 'paragraph':
      return paragraphView(entry);
  }
}

/** Parts with their own font are shown with it; in a paragraph with links, only the font of the paragraph is. */
function paragraphView({ text, links, properties }: WordParagraph): Node {
  const spans = (properties?.['spans'] ?? []) as readonly FontSpan[];
  const parts = links.length > 0 ? linked(text, links) : spanned(text, spans);
  const view = make('p', {}, ...parts);
  showFont(view, asObject(properties?.['font']));
  showAlignment(view, properties?.['alignment']);
  return view;
}

interface FontSpan {
  readonly start: number;
  readonly end: number;
  readonly font?: Properties;
}

/** Splits the text at the ends of the spans. Later spans take precedence. */
function spanned(text: string, spans: readonly FontSpan[]): Node[] {
  const ends = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...ends].filter((end) => end <= text.length).sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0;
    const font = spans.findLast((span) => span.start <= start && span.end >= end)?.font;
    if (!font) return document.createTextNode(text.slice(start, end));
    const view = make('span', {}, text.slice(start, end));
    showFont(view, font);
    return view;
  });
}

function tableView(table: WordTable): Node {
  const links = new Map(table.links.map((one) => [one.cell, one]));
  const rows = table.values.slice(0, maxRows).map((cells, row) => {
    const head = row < table.headerRows || table.boldRows.includes(row);
    return make(
      'tr',
      {},
      ...cells.map((text, column) => {
        const target = links.get(`${row},${column}`);
        return make(head ? 'th' : 'td', {}, target ? link(text || target.address, target.address) : text);
      }),
    );
  });
  const view = make('table', { class: 'word-table' }, make('tbody', {}, ...rows));
  const more = table.values.length - rows.length;
  if (more === 0) return view;
  return make('div', {}, view, make('p', { class: 'hint' }, `${more} more rows not shown.`));
}

/** Returns the text as nodes, with each link at the first occurrence of its text. */
export function linked(text: string, links: readonly Link[]): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  for (const { text: linkText, address } of links) {
    const index = linkText === '' ? -1 : rest.indexOf(linkText);
    if (index < 0) continue;
    nodes.push(document.createTextNode(rest.slice(0, index)), link(linkText, address));
    rest = rest.slice(index + linkText.length);
  }
  return [...nodes, document.createTextNode(rest)];
}
