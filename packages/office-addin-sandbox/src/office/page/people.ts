import { people, type Person } from '../../people.ts';
import type { Scenario } from '../../scenario.ts';

/** The person that the scenario signs in, with the name that its profile gives. */
export function personOf(scenario: Pick<Scenario, 'user' | 'profile'>): { name: string; address: string } {
  const person: Person = people[scenario.user];
  const { displayName } = scenario.profile;
  return {
    name: typeof displayName === 'string' ? displayName : person.displayName,
    address: person.mail,
  };
}
