import type { ScenarioInput } from '../../scenario.ts';
import { controlApi, type ScenarioInForce } from './controlApi.ts';

/** A named scenario with what the panel lays over it. */
export interface Choice {
  readonly scenario?: string;
  readonly user?: string;
  readonly signedIn?: boolean;
}

/**
 * Puts a choice in force and remembers it: the sandbox keeps no name for a composed scenario, and the panel would
 * otherwise not know its own choice again when the sandbox reports the change.
 */
export class Force {
  #own: { text: string; choice: Choice } | undefined;

  async put(choice: Choice, base: ScenarioInput): Promise<void> {
    const { scenario, user, signedIn } = choice;
    if (scenario && user === undefined && signedIn === undefined) {
      await controlApi.putScenario({ id: scenario });
      return;
    }
    const composed = {
      ...base,
      ...(user === undefined ? {} : { user }),
      ...(signedIn === undefined ? {} : { signedInToOffice: signedIn }),
    } as ScenarioInput;
    const answer = (await controlApi.putScenario({ scenario: composed })) as ScenarioInForce;
    this.#own = { text: JSON.stringify(answer.scenario), choice };
  }

  /** The choice behind what is in force; nothing is known of one that others composed. */
  choiceOf({ id, scenario }: ScenarioInForce): Choice {
    if (id !== null) return { scenario: id };
    return this.#own?.text === JSON.stringify(scenario) ? this.#own.choice : {};
  }
}
