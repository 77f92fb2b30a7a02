import { detailsAfterTitle } from './details.ts';
import type { InsertContent, InsertFormat, Row } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';

/**
 * Returns a list, a table, or lines of links as HTML. Builds DOM nodes and serializes them, so that a title can't
 * contain markup.
 * @param page a detached document, such as document.implementation.createHTMLDocument()
 */
export function mailHtml(
  page: Document,
  { header, rows }: InsertContent,
  format: InsertFormat = 'list',
): string {
  const block = page.createElement(format === 'table' ? 'table' : format === 'list' ? 'ul' : 'div');
  if (format === 'table') block.append(tableRow(page, 'th', header));
  for (const row of rows) block.append(entry(page, row, format));
  return block.outerHTML;
}

function entry(page: Document, row: Row, format: InsertFormat): HTMLElement {
  const title = titleOf(page, row);
  if (format === 'table') return tableRow(page, 'td', [title, ...row.cells.map(({ text }) => text)]);
  const line = page.createElement(format === 'list' ? 'li' : 'div');
  line.append(title);
  if (format === 'list') line.append(detailsAfterTitle(row));
  return line;
}

function titleOf(page: Document, row: Row): HTMLElement {
  const address = linkAddress(row.link);
  const title = page.createElement(address === null ? 'span' : 'a');
  if (address !== null) title.setAttribute('href', address);
  title.textContent = oneLine(row.title);
  return title;
}

function tableRow(page: Document, kind: 'th' | 'td', cells: readonly (string | Node)[]): HTMLElement {
  const row = page.createElement('tr');
  for (const content of cells) {
    const cell = page.createElement(kind);
    // Some mail clients ignore style sheets but respect attributes.
    cell.setAttribute('align', 'left');
    cell.append(content);
    row.append(cell);
  }
  return row;
}

/** Returns the rows for a plain text message: a line per row, with its address on the next line. */
export function mailPlain(rows: readonly Row[], format: InsertFormat = 'list'): string {
  const lines = rows.map((row) => {
    const address = linkAddress(row.link);
    return `- ${oneLine(row.title)}${format === 'links' ? '' : detailsAfterTitle(row)}${address === null ? '' : `\n  ${address}`}`;
  });
  return `${lines.join('\n')}\n`;
}
