import { link, make } from '../../dom.ts';
import type { Link } from '../entries.ts';
import { safeHtml } from '../html/safeHtml.ts';
import type { WordEntry, WordModel, WordTable } from './wordModel.ts';

/** Rows drawn at most; the document itself has them all. */
const mostRows = 300;

/** A sheet of paper with what was inserted, and the cursor after it. */
export function wordView(model: WordModel, into: HTMLElement): void {
  const page = make('div', { class: 'page' }, ...model.entries.map(entryView));
  const cursor = make('p', { class: 'cursor', 'aria-hidden': 'true' });
  if (model.entries.length === 0) {
    page.append(make('p', { class: 'hint' }, 'An empty document. What the add-in inserts appears here.'));
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
    case 'paragraph':
      return make('p', {}, ...linked(entry.text, entry.links));
  }
}

function tableView(table: WordTable): Node {
  const links = new Map(table.links.map((one) => [one.cell, one]));
  const rows = table.values.slice(0, mostRows).map((cells, row) => {
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
  return make('div', {}, view, make('p', { class: 'hint' }, `${more} more rows are not drawn.`));
}

/** The text with each link at the first place where its words stand; line breaks stay. */
export function linked(text: string, links: readonly Link[]): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  for (const { text: words, address } of links) {
    const at = words === '' ? -1 : rest.indexOf(words);
    if (at < 0) continue;
    nodes.push(document.createTextNode(rest.slice(0, at)), link(words, address));
    rest = rest.slice(at + words.length);
  }
  return [...nodes, document.createTextNode(rest)];
}
