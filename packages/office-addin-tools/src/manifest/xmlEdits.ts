import type { Deployment } from './deployment.ts';
import { removal, type Edit } from './edits.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from './element.ts';
import { isLocal, moveToOrigin, resourceUri, shortScope, SIGN_IN_SCOPES } from './origin.ts';
import { parseXml } from './parseXml.ts';
import { escapeXml } from './escapeXml.ts';

/** Returns the edits of an XML manifest for a deployment. Pure. */
export function xmlEdits(xml: string, facts: Deployment): Edit[] {
  const parsed = parseXml(xml);
  if ('error' in parsed) return [];
  const { root } = parsed;
  const elements = descendantsOf(root);
  const version = childOf(root, 'Version');
  return [
    ...addressEdits(xml, root, elements, facts.origin),
    ...(version && facts.version !== undefined ? contentEdit(version, facts.version) : []),
    ...elements
      .filter(({ name }) => name === 'WebApplicationInfo')
      .flatMap((info) => registrationEdits(xml, info, facts)),
  ];
}

function addressEdits(
  xml: string,
  root: XmlElement,
  elements: readonly XmlElement[],
  origin: string,
): Edit[] {
  const from = originOfPages(root);
  if (from === undefined) return [];
  const domains = domainEdits(xml, root, from, origin);
  if (from === origin) return domains;
  return [
    ...domains,
    ...elements.flatMap((element) =>
      ['DefaultValue', 'Value'].flatMap((name) =>
        attributeEdit(xml, element, name, (value) => moveToOrigin(value, from, origin)),
      ),
    ),
  ];
}

/** Children of OfficeApp that precede AppDomains, last one first. */
const BEFORE_DOMAINS = ['SupportUrl', 'HighResolutionIconUrl', 'IconUrl', 'Description'];

/**
 * A mail add-in lists its own origin only on localhost: see checks/addresses.ts. AppDomains must not be empty, so it is
 * added with the first entry and removed with the last.
 */
function domainEdits(xml: string, root: XmlElement, from: string, origin: string): Edit[] {
  const list = childOf(root, 'AppDomains');
  const all = childrenOf(list, 'AppDomain');
  const own = all.filter(({ text }) => text === from);
  if (!isLocal(origin)) {
    if (list && own.length > 0 && own.length === all.length) return [removal(xml, list)];
    return own.map((domain) => removal(xml, domain));
  }
  const listed = own.length > 0 || all.some(({ text }) => text === origin);
  if (listed || root.xsiType?.name !== 'MailApp') return own.flatMap((domain) => contentEdit(domain, origin));
  const last = all.at(-1);
  if (last) return [insertion(xml, last, `<AppDomain>${origin}</AppDomain>`)];
  const anchor = BEFORE_DOMAINS.map((name) => childOf(root, name)).find((element) => element !== undefined);
  if (!anchor) return [];
  const space = spaceBefore(xml, anchor);
  return [
    insertion(xml, anchor, `<AppDomains>${space}  <AppDomain>${origin}</AppDomain>${space}</AppDomains>`),
  ];
}

/** Returns an edit that inserts a text on a new line after the element, with the same indentation. */
function insertion(xml: string, element: XmlElement, text: string): Edit {
  const { to } = removal(xml, element);
  return { from: to, to, text: spaceBefore(xml, element) + text };
}

function spaceBefore(xml: string, { tag }: XmlElement): string {
  return /(?:\r?\n)?[ \t]*$/u.exec(xml.slice(0, tag.from))?.[0] ?? '';
}

/** Returns the add-in's origin: that of the page that the manifest opens. */
export function originOfPages(root: XmlElement): string | undefined {
  const page = descendantsOf(root, 'SourceLocation').find(({ attributes }) => attributes.has('DefaultValue'));
  return URL.parse(page?.attributes.get('DefaultValue') ?? '')?.origin;
}

function registrationEdits(xml: string, info: XmlElement, { origin, clientId, scopes }: Deployment): Edit[] {
  const id = childOf(info, 'Id');
  const resource = childOf(info, 'Resource');
  const known = clientId ?? id?.text ?? '';
  return [
    ...(id ? contentEdit(id, known) : []),
    ...(resource ? contentEdit(resource, resourceUri(origin, known)) : []),
    ...scopeEdits(xml, childOf(info, 'Scopes'), scopes),
  ];
}

function scopeEdits(xml: string, list: XmlElement | undefined, scopes: readonly string[]): Edit[] {
  if (!list) return [];
  const found = childrenOf(list, 'Scope').map(({ text }) => text);
  const wanted = [
    ...new Set([
      'openid',
      'profile',
      ...found.filter((scope) => SIGN_IN_SCOPES.includes(scope)),
      ...scopes.map(shortScope),
    ]),
  ];
  if (found.length === wanted.length && wanted.every((scope) => found.includes(scope))) return [];
  const before = spaceBefore(xml, list);
  const items = wanted.map((scope) => `${before}  <Scope>${escapeXml(scope)}</Scope>`);
  return [{ ...list.content, text: `${items.join('')}${before}` }];
}

function contentEdit(element: XmlElement, text: string): Edit[] {
  return element.text === text ? [] : [{ ...element.content, text: escapeXml(text) }];
}

function attributeEdit(
  xml: string,
  { attributes, tag }: XmlElement,
  name: string,
  change: (value: string) => string,
): Edit[] {
  const value = attributes.get(name);
  if (value === undefined || change(value) === value) return [];
  // The tag is well-formed: a name, then attributes with quoted values.
  const all = xml.slice(tag.from, tag.to).matchAll(/(?<name>[^\s=<>/"']+)\s*=\s*(?<raw>"[^"]*"|'[^']*')/gu);
  const found = [...all].find(({ groups }) => groups?.['name'] === name);
  const raw = found?.groups?.['raw'] ?? '';
  if (!found || raw === '') return [];
  const to = tag.from + found.index + found[0].length;
  return [{ from: to - raw.length, to, text: `"${escapeXml(change(value))}"` }];
}
