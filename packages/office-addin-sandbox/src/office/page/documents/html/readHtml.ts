import type { Link } from '../entries.ts';

/** The text and the links of a piece of HTML. It is parsed into a document without scripts and never shown. */
export function readHtml(html: string): { text: string; links: Link[] } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  const links = [...body.querySelectorAll('a[href]')].map((anchor) => ({
    text: tidy(anchor.textContent),
    address: anchor.getAttribute('href') ?? '',
  }));
  return { text: textOf(body), links };
}

const blocks = new Set(['P', 'DIV', 'LI', 'TR', 'UL', 'OL', 'TABLE', 'H1', 'H2', 'H3', 'H4', 'BLOCKQUOTE']);

/** Text as a reader sees it: one line per block, cells of a row with a tab between. */
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

const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
