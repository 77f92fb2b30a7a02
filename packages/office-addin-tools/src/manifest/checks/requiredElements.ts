import { finding, type Check } from '../check.ts';
import { childOf, descendantsOf, type XmlElement } from '../element.ts';

/** Optional in the format, but required by a store or by the add-in's ribbon. */
const OF_APP = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'Hosts', 'Permissions', 'VersionOverrides'];
const OF_OVERRIDES = ['Hosts', 'Resources'];

/** Checks that icons, support page, applications and the ribbon button of each version are present. */
export const checkRequiredElements: Check = ({ root }) => [
  ...missing(root, OF_APP),
  ...descendantsOf(root, 'VersionOverrides').flatMap((overrides) => missing(overrides, OF_OVERRIDES)),
];

const missing = (element: XmlElement, names: readonly string[]) =>
  names
    .filter((name) => childOf(element, name) === undefined)
    .map((name) =>
      finding(element, `<${element.name}> has no <${name}>.`, `Add <${name}>. This add-in needs it.`),
    );
