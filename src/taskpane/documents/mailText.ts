import type { FileItem } from '../../contract/api.ts';
import { factsAfterName } from './facts.ts';
import type { InsertFormat, InsertLabels } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';

/**
 * A list, a table or lines of links for an HTML message, built as a tree and only then written out, so that a name
 * is text whatever it holds.
 * @param page a document that is not shown, such as document.implementation.createHTMLDocument()
 */
export function mailHtml(
  page: Document,
  files: readonly FileItem[],
  labels: InsertLabels,
  format: InsertFormat = 'list',
): string {
  const block = page.createElement(format === 'table' ? 'table' : format === 'list' ? 'ul' : 'div');
  if (format === 'table') block.append(tableRow(page, 'th', [labels.name, labels.changed, labels.size]));
  for (const file of files) block.append(entry(page, file, labels, format));
  return block.outerHTML;
}

function entry(page: Document, file: FileItem, labels: InsertLabels, format: InsertFormat): HTMLElement {
  const name = nameOf(page, file);
  if (format === 'table') {
    const facts = [labels.formatDate(file.lastModified), labels.formatSize(file.size)];
    return tableRow(page, 'td', [name, ...facts]);
  }
  const line = page.createElement(format === 'list' ? 'li' : 'div');
  line.append(name);
  if (format === 'list') line.append(factsAfterName(file, labels));
  return line;
}

function nameOf(page: Document, file: FileItem): HTMLElement {
  const address = linkAddress(file.webUrl);
  const name = page.createElement(address === null ? 'span' : 'a');
  if (address !== null) name.setAttribute('href', address);
  name.textContent = oneLine(file.name);
  return name;
}

function tableRow(page: Document, kind: 'th' | 'td', cells: readonly (string | Node)[]): HTMLElement {
  const row = page.createElement('tr');
  for (const content of cells) {
    const cell = page.createElement(kind);
    // Mail programs read attributes where they ignore style sheets.
    cell.setAttribute('align', 'left');
    cell.append(content);
    row.append(cell);
  }
  return row;
}

/** The same for a plain text message: a line per file, its address on the next. */
export function mailPlain(
  files: readonly FileItem[],
  labels: InsertLabels,
  format: InsertFormat = 'list',
): string {
  const lines = files.map((file) => {
    const address = linkAddress(file.webUrl);
    return `- ${oneLine(file.name)}${format === 'links' ? '' : factsAfterName(file, labels)}${address === null ? '' : `\n  ${address}`}`;
  });
  return `${lines.join('\n')}\n`;
}
