import type { Finding } from '../../finding.ts';
import type { Unified } from './unified.ts';
import { findingAt, pathText, valueAt } from './jsonPath.ts';

/** Pixels that Microsoft asks for in a package. */
const PACKAGE_ICONS = { color: 192, outline: 32 } as const;

/** Pages and icons are the add-in's own, over https, and the icons are there in the size that is promised. */
export function checkAddresses(unified: Unified): Finding[] {
  return [
    ...checkUrls(unified),
    ...checkIconSizes(unified),
    ...checkPackageIcons(unified),
    ...checkDomains(unified),
  ];
}

function checkUrls({ texts, facts }: Unified): Finding[] {
  return texts.flatMap(({ path, value }) => {
    if (path[0] !== 'extensions' || !['page', 'script', 'url', 'learnMoreUrl'].includes(String(path.at(-1))))
      return [];
    const address = URL.parse(value);
    const where = pathText(path);
    if (address?.protocol !== 'https:')
      return [
        findingAt(texts, where, `"${value}" is not an https address.`, 'Write the whole https address.'),
      ];
    if (path.at(-1) === 'learnMoreUrl' || address.origin === facts.addinOrigin) return [];
    const problem = `"${value}" is on ${address.origin}, and ADDIN_ORIGIN is ${facts.addinOrigin}.`;
    return [
      findingAt(texts, where, problem, 'Make both the same: the server answers for its own origin only.'),
    ];
  });
}

function checkIconSizes({ value, texts, facts }: Unified): Finding[] {
  return texts.flatMap((text) => {
    if (text.path.at(-1) !== 'url') return [];
    const url = URL.parse(text.value);
    const side = Number(valueAt(value, pathText([...text.path.slice(0, -1), 'size'])));
    if (url?.origin !== facts.addinOrigin) return [];
    const size = facts.iconSize(url.pathname);
    if (size?.width === side && size.height === side) return [];
    const is = size ? `has ${size.width} x ${size.height} pixels` : 'is not there';
    const problem = `${url.pathname} ${is} where ${side} x ${side} are promised.`;
    return [
      findingAt(texts, pathText(text.path), problem, 'Name the file of the right size in assets/icons.'),
    ];
  });
}

function checkPackageIcons({ value, texts, facts }: Unified): Finding[] {
  return (['color', 'outline'] as const).flatMap((name) => {
    const file = String(valueAt(value, `icons.${name}`));
    const side = PACKAGE_ICONS[name];
    const size = facts.pngSize(file);
    if (size?.width === side && size.height === side) return [];
    const problem = size ? `${file} has ${size.width} x ${size.height} pixels.` : `There is no PNG ${file}.`;
    return [findingAt(texts, `icons.${name}`, problem, `Give a PNG of ${side} x ${side} pixels.`)];
  });
}

function checkDomains({ value, texts, facts }: Unified): Finding[] {
  const domains = (valueAt(value, 'validDomains') as readonly string[] | undefined) ?? [];
  const { host } = new URL(facts.addinOrigin);
  const wrong = domains.filter((domain) => /[/*]/u.test(domain));
  return [
    ...wrong.map((domain) =>
      findingAt(
        texts,
        'validDomains',
        `"${domain}" is not a host.`,
        'Write the host alone: no scheme, path or *.',
      ),
    ),
    ...(domains.includes(host)
      ? []
      : [findingAt(texts, 'validDomains', `The add-in's own host ${host} is missing.`, `Add "${host}".`)]),
  ];
}
