import { finding, type Check } from '../check.ts';
import { childOf, descendantsOf, type XmlElement } from '../element.ts';

/** What the format leaves free, and a store or the ribbon of this add-in needs. */
const OF_APP = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'Hosts', 'Permissions', 'VersionOverrides'];
const OF_OVERRIDES = ['Hosts', 'Resources'];

/** The manifest has all that this add-in shows: icons, support page, applications, a ribbon button in each version. */
export const checkRequiredElements: Check = ({ root }) => [
  ...missing(root, OF_APP),
  ...descendantsOf(root, 'VersionOverrides').flatMap((overrides) => missing(overrides, OF_OVERRIDES)),
];

const missing = (element: XmlElement, names: readonly string[]) =>
  names
    .filter((name) => childOf(element, name) === undefined)
    .map((name) =>
      finding(element, `<${element.name}> has no <${name}>.`, `Add a ${name}; this add-in needs it.`),
    );
