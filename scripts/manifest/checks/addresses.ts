import { fault, type Check, type Fault, type Manifest } from '../check.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';

const holders = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url'];

/** Every address is https, the pages are the add-in's own, and AppDomains are origins that hold the add-in's. */
export const checkAddresses: Check = (manifest) => [
  ...addressesOf(manifest.root).flatMap(({ at, value }) => checkHttps(at, value)),
  ...checkPages(manifest),
  ...checkAppDomains(manifest),
];

/** Addresses with the elements that hold them, overrides for languages included. */
export function addressesOf(root: XmlElement): { at: XmlElement; value: string }[] {
  return descendantsOf(root)
    .filter((element) => holders.includes(element.name) && element.attributes.has('DefaultValue'))
    .flatMap((element) => [
      { at: element, value: element.attributes.get('DefaultValue') ?? '' },
      ...childrenOf(element, 'Override').map((at) => ({ at, value: at.attributes.get('Value') ?? '' })),
    ]);
}

function checkHttps(at: XmlElement, value: string): Fault[] {
  const address = URL.parse(value);
  if (address?.protocol === 'https:') return [];
  return [
    fault(
      at,
      `"${value}" is not an https address.`,
      'Office loads add-ins over https only; write the whole address.',
    ),
  ];
}

function checkPages({ root, facts }: Manifest): Fault[] {
  const urlIds = new Set(
    descendantsOf(root, 'SourceLocation').map((element) => element.attributes.get('resid') ?? ''),
  );
  const pages = [
    ...descendantsOf(root, 'SourceLocation').filter((element) => element.attributes.has('DefaultValue')),
    ...descendantsOf(root, 'Url').filter((element) => urlIds.has(element.attributes.get('id') ?? '')),
  ];
  return pages.flatMap((page) => {
    const value = page.attributes.get('DefaultValue') ?? '';
    const origin = URL.parse(value)?.origin;
    if (origin === undefined || origin === facts.addinOrigin) return [];
    return [
      fault(
        page,
        `The page is on ${origin}, and ADDIN_ORIGIN is ${facts.addinOrigin}.`,
        'Make both the same: the server answers for its own origin only.',
      ),
    ];
  });
}

function checkAppDomains({ root, facts }: Manifest): Fault[] {
  const list = childOf(root, 'AppDomains');
  const domains = childrenOf(list, 'AppDomain');
  const faults = domains
    .filter(
      ({ text }) => text.includes('*') || !text.startsWith('https://') || URL.parse(text)?.origin !== text,
    )
    .map((domain) =>
      fault(
        domain,
        `"${domain.text}" is not an origin.`,
        'Write scheme, host and port only, as https://localhost:3000: no path, no slash at the end, no wildcard.',
      ),
    );
  if (domains.some(({ text }) => text === facts.addinOrigin)) return faults;
  return [
    ...faults,
    fault(
      list ?? root,
      `AppDomains does not hold the add-in's own origin ${facts.addinOrigin}.`,
      `Add <AppDomain>${facts.addinOrigin}</AppDomain>: on the web the sign-in dialog is refused without it (12004).`,
    ),
  ];
}
