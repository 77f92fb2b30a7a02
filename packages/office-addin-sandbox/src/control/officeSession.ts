import type { SandboxState } from '../state.ts';

/** Is somebody signed in to Office? The scenario says how it begins; a sign-in at a prompt of Office changes it. */
export class OfficeSession {
  readonly #state: SandboxState;
  #signedInSince = false;

  constructor(state: SandboxState) {
    this.#state = state;
    state.onChange(() => {
      this.#signedInSince = false;
    });
  }

  get signedIn(): boolean {
    return this.#state.scenario.signedInToOffice || this.#signedInSince;
  }

  /** The scenario's user has signed in. */
  signIn(): void {
    this.#signedInSince = true;
  }
}
