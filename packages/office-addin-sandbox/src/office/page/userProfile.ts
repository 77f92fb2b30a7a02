import { users, type User } from '../../users.ts';
import type { Scenario } from '../../scenario.ts';

/** Returns name and address of the scenario's user. `profile` can override the name. */
export function profileOf(scenario: Pick<Scenario, 'user' | 'profile'>): { name: string; address: string } {
  const user: User = users[scenario.user];
  const { displayName } = scenario.profile;
  return {
    name: typeof displayName === 'string' ? displayName : user.displayName,
    address: user.mail,
  };
}
