import type { Link } from '../entries.ts';

/** Returns text and links of HTML. Parses it into an inert document, where scripts don't run. */
export function readHtml(html: string): { text: string; links: Link[] } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  const links = [...body.querySelectorAll('a[href]')].map((anchor) => ({
    text: collapseWhitespace(anchor.textContent),
    address: anchor.getAttribute('href') ?? '',
  }));
  return { text: textOf(body), links };
}

const blocks = new Set(['P', 'DIV', 'LI', 'TR', 'UL', 'OL', 'TABLE', 'H1', 'H2', 'H3', 'H4', 'BLOCKQUOTE']);

/** Returns the visible text: one line per block, cells separated by tabs. */
function textOf(root: Node): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeName === 'BR') text += '\n';
    const block = blocks.has(node.nodeName);
    if (block && text !== '' && !text.endsWith('\n')) text += '\n';
    node.childNodes.forEach(visit);
    if (node.nodeName === 'TD' || node.nodeName === 'TH') text += '\t';
    if (block && !text.endsWith('\n')) text += '\n';
  };
  visit(root);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

const collapseWhitespace = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
