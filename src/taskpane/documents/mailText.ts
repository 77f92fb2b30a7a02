import type { FileItem } from '../../contract/api.ts';
import { factsAfterName } from './facts.ts';
import type { InsertLabels } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';

/**
 * A list for an HTML message, built as a tree and only then written out, so that a name is text whatever it holds.
 * @param page a document that is not shown, such as document.implementation.createHTMLDocument()
 */
export function mailHtml(page: Document, files: readonly FileItem[], labels: InsertLabels): string {
  const list = page.createElement('ul');
  for (const file of files) {
    const entry = page.createElement('li');
    const address = linkAddress(file.webUrl);
    const name = page.createElement(address === null ? 'span' : 'a');
    if (address !== null) name.setAttribute('href', address);
    name.textContent = oneLine(file.name);
    entry.append(name, page.createTextNode(factsAfterName(file, labels)));
    list.append(entry);
  }
  return list.outerHTML;
}

/** The same for a plain text message: a line per file, its address on the next. */
export function mailPlain(files: readonly FileItem[], labels: InsertLabels): string {
  const lines = files.map((file) => {
    const address = linkAddress(file.webUrl);
    return `- ${oneLine(file.name)}${factsAfterName(file, labels)}${address === null ? '' : `\n  ${address}`}`;
  });
  return `${lines.join('\n')}\n`;
}
