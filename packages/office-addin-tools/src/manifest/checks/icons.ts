import type { Finding } from '../../finding.ts';
import { finding, type Check, type Manifest } from '../check.ts';
import { childOf, descendantsOf, type XmlElement } from '../element.ts';
import type { ManifestFacts } from '../manifestFacts.ts';

/** Sides in pixels of IconUrl and HighResolutionIconUrl (Microsoft's pages of these elements). */
const ownSizes = {
  TaskPaneApp: { IconUrl: 32, HighResolutionIconUrl: 64 },
  MailApp: { IconUrl: 64, HighResolutionIconUrl: 128 },
};

/** The icon files exist and have the pixels that the manifest promises. */
export const checkIcons: Check = (manifest) => [...checkOwnIcons(manifest), ...checkButtonIcons(manifest)];

function checkOwnIcons({ root, kind, facts }: Manifest): Finding[] {
  return (['IconUrl', 'HighResolutionIconUrl'] as const).flatMap((name) => {
    const element = childOf(root, name);
    return element ? checkFile(element, addressOf(element), ownSizes[kind][name], facts) : [];
  });
}

function checkButtonIcons({ root, facts }: Manifest): Finding[] {
  const files = new Map(
    descendantsOf(root, 'Image')
      .filter((image) => image.attributes.has('id'))
      .map((image) => [image.attributes.get('id'), addressOf(image)]),
  );
  const seen = new Set<string>();
  return descendantsOf(root, 'Icon').flatMap((icon) => {
    return descendantsOf(icon, 'Image').flatMap((image) => {
      const size = image.attributes.get('size') ?? '';
      const address = files.get(image.attributes.get('resid'));
      const key = `${size} ${address ?? ''}`;
      // The same picture stands in every button; one finding for it is enough.
      if (address === undefined || seen.has(key)) return [];
      seen.add(key);
      return checkFile(image, address, Number(size), facts);
    });
  });
}

/** Only what our own server serves can be looked at. */
function checkFile(at: XmlElement, address: string, side: number, facts: ManifestFacts): Finding[] {
  const url = URL.parse(address);
  if (url?.origin !== facts.addinOrigin) return [];
  const size = facts.iconSize(url.pathname);
  if (!size) {
    return [
      finding(
        at,
        `There is no icon file for ${url.pathname}.`,
        'Put a PNG into assets/icons, or fix the address.',
      ),
    ];
  }
  if (size.width === side && size.height === side) return [];
  return [
    finding(
      at,
      `${url.pathname} has ${size.width} x ${size.height} pixels where ${side} x ${side} are promised.`,
      'Name the file of the right size.',
    ),
  ];
}

function addressOf(element: XmlElement): string {
  return element.attributes.get('DefaultValue') ?? '';
}
