import { users, type User } from '../../users.ts';
import type { Scenario } from '../../scenario.ts';

/** The user that the scenario signs in, with the name that its profile gives. */
export function profileOf(scenario: Pick<Scenario, 'user' | 'profile'>): { name: string; address: string } {
  const user: User = users[scenario.user];
  const { displayName } = scenario.profile;
  return {
    name: typeof displayName === 'string' ? displayName : user.displayName,
    address: user.mail,
  };
}
