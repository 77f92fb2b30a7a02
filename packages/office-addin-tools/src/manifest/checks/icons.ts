import type { Finding } from '../../finding.ts';
import { finding, type Check, type Manifest } from '../check.ts';
import { childOf, descendantsOf, type XmlElement } from '../element.ts';
import type { ManifestFacts } from '../manifestFacts.ts';

/** Side in pixels, from Microsoft's pages "IconUrl element" and "HighResolutionIconUrl element". */
const appIconSizes = {
  TaskPaneApp: { IconUrl: 32, HighResolutionIconUrl: 64 },
  MailApp: { IconUrl: 64, HighResolutionIconUrl: 128 },
};

/** Checks that the icon files exist and have the size that the manifest declares. */
export const checkIcons: Check = (manifest) => [...checkAppIcons(manifest), ...checkButtonIcons(manifest)];

function checkAppIcons({ root, kind, facts }: Manifest): Finding[] {
  return (['IconUrl', 'HighResolutionIconUrl'] as const).flatMap((name) => {
    const element = childOf(root, name);
    return element ? checkFile(element, addressOf(element), appIconSizes[kind][name], facts) : [];
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
      // Buttons share icons: one finding is enough.
      if (address === undefined || seen.has(key)) return [];
      seen.add(key);
      return checkFile(image, address, Number(size), facts);
    });
  });
}

/** Checks only icons that the add-in's server serves. */
function checkFile(at: XmlElement, address: string, side: number, facts: ManifestFacts): Finding[] {
  const url = URL.parse(address);
  if (url?.origin !== facts.addinOrigin) return [];
  const size = facts.iconSize(url.pathname);
  if (!size) {
    return [
      finding(
        at,
        `The icon file for ${url.pathname} is missing.`,
        'Add a PNG to assets/icons, or correct the URL.',
      ),
    ];
  }
  if (size.width === side && size.height === side) return [];
  return [
    finding(
      at,
      `${url.pathname} has ${size.width} x ${size.height} pixels, but must have ${side} x ${side}.`,
      'Name a file of the right size.',
    ),
  ];
}

function addressOf(element: XmlElement): string {
  return element.attributes.get('DefaultValue') ?? '';
}
