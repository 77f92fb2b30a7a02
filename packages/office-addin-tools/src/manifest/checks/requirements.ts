import type { Finding } from '../../finding.ts';
import { finding, type Check } from '../check.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';
import { MAIL_1_1 } from '../format/namespaces.ts';

/** The Mailbox set that introduced VersionOverrides 1.1 (Microsoft's page "VersionOverrides 1.1 element … for a mail add-in"). */
const MAILBOX_OF_1_1 = '1.5';

/**
 * Checks that a mail add-in's VersionOverrides requires a newer Mailbox set than the base manifest; otherwise Outlook would
 * never fall back to the base. Version 1.1 also needs the set that introduced it (Microsoft's page "Requirements element").
 */
export const checkRequirements: Check = ({ root, kind }) =>
  kind === 'MailApp'
    ? descendantsOf(root, 'VersionOverrides').flatMap((overrides) => checkMailbox(overrides, root))
    : [];

function checkMailbox(overrides: XmlElement, root: XmlElement): Finding[] {
  const here = mailboxOf(overrides);
  const at = childOf(overrides, 'Requirements') ?? overrides;
  if (overrides.namespace === MAIL_1_1 && (here === undefined || compareVersions(here, MAILBOX_OF_1_1) < 0)) {
    return [
      finding(
        at,
        `VersionOverrides 1.1 requires ${here === undefined ? 'no Mailbox set' : `Mailbox ${here}`}.`,
        `Require Mailbox ${MAILBOX_OF_1_1} or later: <bt:Set Name="Mailbox" MinVersion="${MAILBOX_OF_1_1}" />.`,
      ),
    ];
  }
  const base = mailboxOf(root);
  if (here === undefined || base === undefined || compareVersions(here, base) > 0) return [];
  return [
    finding(
      at,
      `VersionOverrides requires Mailbox ${here}, but the base manifest already requires ${base}.`,
      'Require a newer set than the base manifest, or remove Requirements here.',
    ),
  ];
}

/** Returns the Mailbox version that the element requires; undefined if it requires none. */
function mailboxOf(element: XmlElement): string | undefined {
  const sets = childOf(childOf(element, 'Requirements'), 'Sets');
  const set = childrenOf(sets, 'Set').find(({ attributes }) => attributes.get('Name') === 'Mailbox');
  if (!set) return undefined;
  return set.attributes.get('MinVersion') ?? sets?.attributes.get('DefaultMinVersion') ?? '1.1';
}

/** Returns a negative number if `one` is the older version. 1.10 is newer than 1.9. */
function compareVersions(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
