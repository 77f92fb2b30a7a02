import type { Finding } from '../../finding.ts';
import type { Unified } from './unified.ts';
import { findingAt, pathText, valueAt } from './jsonPath.ts';

/** Side in pixels of the icons in an app package. */
const PACKAGE_ICONS = { color: 192, outline: 32 } as const;

/** Checks that pages and icons are https URLs on ADDIN_ORIGIN, and that icons have the declared size. */
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
      return [findingAt(texts, where, `"${value}" is not an https address.`, 'Write the full https URL.')];
    if (path.at(-1) === 'learnMoreUrl' || address.origin === facts.addinOrigin) return [];
    const problem = `"${value}" is on ${address.origin}, but ADDIN_ORIGIN is ${facts.addinOrigin}.`;
    return [
      findingAt(texts, where, problem, 'Use the same origin in both: the server serves one origin only.'),
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
    const is = size ? `has ${size.width} x ${size.height} pixels` : 'does not exist';
    const problem = `${url.pathname} ${is}, but must have ${side} x ${side}.`;
    return [findingAt(texts, pathText(text.path), problem, 'Name a file of the right size in assets/icons.')];
  });
}

function checkPackageIcons({ value, texts, facts }: Unified): Finding[] {
  return (['color', 'outline'] as const).flatMap((name) => {
    const file = String(valueAt(value, `icons.${name}`));
    const side = PACKAGE_ICONS[name];
    const size = facts.pngSize(file);
    if (size?.width === side && size.height === side) return [];
    const problem = size
      ? `${file} has ${size.width} x ${size.height} pixels.`
      : `${file} is missing or not a PNG.`;
    return [findingAt(texts, `icons.${name}`, problem, `Use a PNG of ${side} x ${side} pixels.`)];
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
        'Write the host only, without scheme, path or wildcard.',
      ),
    ),
    ...(domains.includes(host)
      ? []
      : [findingAt(texts, 'validDomains', `The add-in's own host ${host} is missing.`, `Add "${host}".`)]),
  ];
}
