/** Helpers that never parse text as HTML. */

export function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} #${id}.`);
  return found;
}

export function setText(id: string, text: string): void {
  element(id, HTMLElement).textContent = text;
}

type Child = Node | string;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Returns a link that opens in a new tab, or text if the address isn't http, https or mailto. */
export function link(text: string, address: string): Node {
  if (!isWebAddress(address)) return document.createTextNode(text);
  return make('a', { href: address, target: '_blank', rel: 'noreferrer noopener', title: address }, text);
}

export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol);
}
