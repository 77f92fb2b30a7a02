import type { Scenario } from '../../scenario.ts';
import type { Application } from './applications.ts';

/** Sets of the applications that phones lack. */
const notOnPhones = ['IdentityAPI', 'DialogApi', 'DialogOrigin'];
/** Outlook on phones supports some later methods too (Microsoft's page "Outlook APIs supported on mobile devices"). */
const MAILBOX_ON_PHONES = '1.5';

/**
 * Returns the application's sets, NestedAppAuth unless it is off, and the sets of the scenario. On a phone, nested app
 * authentication is always there, and single sign-on and dialogs never are.
 */
export function requirementSets(
  app: Application,
  scenario: Pick<Scenario, 'requirementSets' | 'nestedAppAuth'>,
  isPhone = false,
): Record<string, string> {
  const sets: Record<string, string> = { ...app.requirementSets };
  if (isPhone) {
    for (const name of notOnPhones) delete sets[name];
    if (sets['Mailbox']) sets['Mailbox'] = MAILBOX_ON_PHONES;
  }
  if (isPhone || scenario.nestedAppAuth !== false) sets['NestedAppAuth'] = '1.1';
  for (const [name, version] of Object.entries(scenario.requirementSets)) {
    for (const known of Object.keys(sets)) {
      // office.js compares names case-insensitively.
      if (known.toLowerCase() === name.toLowerCase()) delete sets[known];
    }
    if (version !== null) sets[name] = version;
  }
  return sets;
}
