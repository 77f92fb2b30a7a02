import { people, describePerson, type Person, type PersonId } from '../../../people.ts';
import type { Scenario } from '../../../scenario.ts';
import { personIds } from '../address.ts';
import { element, make, setText } from '../dom.ts';
import { personOf } from '../people.ts';

export interface PersonActions {
  readonly user: (user: PersonId) => void;
  readonly signedIn: (signedIn: boolean) => void;
}

/** Who sits there, and whether Office knows: chosen in the panel, shown in the bar of the application too. */
export class PersonChooser {
  readonly #user = element('user', HTMLSelectElement);
  readonly #signedIn = element('signed-in', HTMLInputElement);

  constructor(actions: PersonActions) {
    this.#user.append(
      ...personIds.map((id) =>
        make('option', { value: id }, `${people[id].displayName} – ${describePerson(people[id])}`),
      ),
    );
    this.#user.addEventListener('change', () => {
      const chosen = personIds.find((id) => id === this.#user.value);
      if (chosen) actions.user(chosen);
    });
    this.#signedIn.addEventListener('change', () => actions.signedIn(this.#signedIn.checked));
  }

  show(scenario: Scenario): void {
    const person: Person = people[scenario.user];
    this.#user.value = scenario.user;
    this.#signedIn.checked = scenario.signedInToOffice;
    setText('person-initials', initialsOf(person));
    setText('person-mail', person.mail);
    setText('person-organization', person.tenant.name);
    const { signedInToOffice } = scenario;
    setText('user-initials', signedInToOffice ? initialsOf(person) : '–');
    setText('user-now', signedInToOffice ? personOf(scenario).name : 'Nobody signed in');
  }
}

const initialsOf = ({ givenName, surname }: Person) => `${givenName[0] ?? ''}${surname[0] ?? ''}`;
