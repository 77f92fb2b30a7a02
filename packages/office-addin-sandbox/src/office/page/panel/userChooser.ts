import { users, describeUser, type User, type UserId } from '../../../users.ts';
import type { Scenario } from '../../../scenario.ts';
import { userIds } from '../address.ts';
import { element, make, setText } from '../dom.ts';
import { profileOf } from '../userProfile.ts';

export interface UserChooserActions {
  readonly user: (user: UserId) => void;
  readonly signedIn: (signedIn: boolean) => void;
}

/** The controls for the user and the sign-in to Office. The bar of the application shows the user as well. */
export class UserChooser {
  readonly #user = element('user', HTMLSelectElement);
  readonly #signedIn = element('signed-in', HTMLInputElement);

  constructor(actions: UserChooserActions) {
    this.#user.append(
      ...userIds.map((id) =>
        make('option', { value: id }, `${users[id].displayName} – ${describeUser(users[id])}`),
      ),
    );
    this.#user.addEventListener('change', () => {
      const chosen = userIds.find((id) => id === this.#user.value);
      if (chosen) actions.user(chosen);
    });
    this.#signedIn.addEventListener('change', () => actions.signedIn(this.#signedIn.checked));
  }

  show(scenario: Scenario): void {
    const user: User = users[scenario.user];
    this.#user.value = scenario.user;
    this.#signedIn.checked = scenario.signedInToOffice;
    setText('user-card-initials', initialsOf(user));
    setText('user-card-mail', user.mail);
    setText('user-card-organization', user.tenant.name);
    const { signedInToOffice } = scenario;
    setText('user-initials', signedInToOffice ? initialsOf(user) : '–');
    setText('user-now', signedInToOffice ? profileOf(scenario).name : 'Signed out');
  }
}

const initialsOf = ({ givenName, surname }: User) => `${givenName[0] ?? ''}${surname[0] ?? ''}`;
