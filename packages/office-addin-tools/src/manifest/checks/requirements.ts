import type { Finding } from '../../finding.ts';
import { finding, type Check } from '../check.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';
import { MAIL_1_1 } from '../format/namespaces.ts';

/** VersionOverrides 1.1 came with this set: Microsoft's page "VersionOverrides 1.1 element … for a mail add-in". */
const FIRST = '1.5';

/**
 * What a VersionOverrides of a mail add-in requires is more than the base requires, or it could never be left out; and
 * for 1.1 it is the set that 1.1 came with, or a newer one. Microsoft's page "Requirements element".
 */
export const checkRequirements: Check = ({ root, kind }) =>
  kind === 'MailApp'
    ? descendantsOf(root, 'VersionOverrides').flatMap((overrides) => checkMailbox(overrides, root))
    : [];

function checkMailbox(overrides: XmlElement, root: XmlElement): Finding[] {
  const here = mailboxOf(overrides);
  const at = childOf(overrides, 'Requirements') ?? overrides;
  if (overrides.namespace === MAIL_1_1 && (here === undefined || compared(here, FIRST) < 0)) {
    return [
      finding(
        at,
        `VersionOverrides 1.1 requires ${here === undefined ? 'no Mailbox set' : `Mailbox ${here}`}.`,
        `Require Mailbox ${FIRST} or newer: <bt:Set Name="Mailbox" MinVersion="${FIRST}" />.`,
      ),
    ];
  }
  const base = mailboxOf(root);
  if (here === undefined || base === undefined || compared(here, base) > 0) return [];
  return [
    finding(
      at,
      `VersionOverrides requires Mailbox ${here}, and the base requires ${base} already.`,
      'Require more than the base does, or remove Requirements here.',
    ),
  ];
}

/** The version of the set Mailbox that the element requires; undefined where it requires none. */
function mailboxOf(element: XmlElement): string | undefined {
  const sets = childOf(childOf(element, 'Requirements'), 'Sets');
  const set = childrenOf(sets, 'Set').find(({ attributes }) => attributes.get('Name') === 'Mailbox');
  if (!set) return undefined;
  return set.attributes.get('MinVersion') ?? sets?.attributes.get('DefaultMinVersion') ?? '1.1';
}

/** Below zero: `one` is the older version. 1.10 is newer than 1.9. */
function compared(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
