import type { SandboxState } from '../state.ts';

/** Tracks whether a user is signed in to Office: initially as in the scenario, and after a sign-in at Office's prompt. */
export class OfficeSession {
  readonly #state: SandboxState;
  #signedInAtPrompt = false;

  constructor(state: SandboxState) {
    this.#state = state;
    state.onChange(() => {
      this.#signedInAtPrompt = false;
    });
  }

  get signedIn(): boolean {
    return this.#state.scenario.signedInToOffice || this.#signedInAtPrompt;
  }

  signIn(): void {
    this.#signedInAtPrompt = true;
  }
}
