import { isWebAddress, make } from '../../dom.ts';

const allowed = new Set(
  'p div span br b strong i em u s ul ol li table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 a hr blockquote code pre'.split(
    ' ',
  ),
);
const dropped = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'noscript']);

/**
 * Sanitizes HTML of an add-in: keeps only text elements, web links and the spans of cells, so it can't run scripts, load
 * resources or restyle the page.
 */
export function safeHtml(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const child of body.childNodes) copy(child, fragment);
  return fragment;
}

function copy(node: Node, into: Node): void {
  if (node.nodeType === Node.TEXT_NODE) {
    into.appendChild(document.createTextNode(node.textContent ?? ''));
    return;
  }
  if (!(node instanceof Element)) return;
  const name = node.localName;
  if (dropped.has(name)) return;
  const target = allowed.has(name) ? document.createElement(name) : into;
  if (target !== into) into.appendChild(target);
  for (const child of node.childNodes) copy(child, target);
  if (target instanceof HTMLAnchorElement) linkTo(target, node.getAttribute('href') ?? '');
  for (const span of ['colspan', 'rowspan']) {
    const value = node.getAttribute(span);
    if (target instanceof HTMLTableCellElement && value && /^\d{1,3}$/.test(value))
      target.setAttribute(span, value);
  }
}

function linkTo(anchor: HTMLAnchorElement, address: string): void {
  if (!isWebAddress(address)) {
    anchor.replaceWith(make('span', {}, ...anchor.childNodes));
    return;
  }
  anchor.href = address;
  anchor.target = '_blank';
  anchor.rel = 'noreferrer noopener';
  anchor.title = address;
}
