import { UserError } from './userError.ts';
import type { Scenario } from './scenario.ts';
import type { NamedScenario } from './scenarios/namedScenario.ts';

/** What the add-in's server answers with a problem (RFC 9457). */
export interface Problem {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  readonly title: string;
}

/** The problems of the add-in's server, by the `code` member of their body. */
export type ProblemTable = Readonly<Record<string, Problem>>;

type ServerAnswers = Pick<Scenario, 'server' | 'preferences'>;

/**
 * Returns a sentence that names the first answer whose problem is not in the table, or undefined.
 * @param scenario with its defaults
 */
export function unknownProblem(scenario: ServerAnswers, problems: ProblemTable): string | undefined {
  for (const member of ['server', 'preferences'] as const) {
    for (const [index, answer] of scenario[member].entries()) {
      if (typeof answer !== 'object' || Object.hasOwn(problems, answer.code)) continue;
      return (
        `scenario.${member}[${index}].code: "${answer.code}" is not in the table of the server's problems. ` +
        'Pass it to startSandbox: { problems: { [code]: { status, title } } }.'
      );
    }
  }
  return undefined;
}

/** Returns the scenarios whose answers in place of the server are all in the table. */
export function playable(scenarios: readonly NamedScenario[], problems: ProblemTable): NamedScenario[] {
  return scenarios.filter(({ scenario: { server = [], preferences = [] } }) =>
    [...server, ...preferences].every(
      (answer) => typeof answer !== 'object' || Object.hasOwn(problems, answer.code),
    ),
  );
}

/** Throws a UserError that names the first row that no server can answer with. */
export function checkProblems(problems: ProblemTable): ProblemTable {
  for (const [code, { status, title }] of Object.entries(problems)) {
    if (!Number.isInteger(status) || status < 400 || status > 599) {
      throw new UserError(
        `problems.${code}.status is ${String(status)} and has to be a number from 400 to 599.`,
      );
    }
    if (typeof title !== 'string' || title === '')
      throw new UserError(`problems.${code}.title has to be a text.`);
  }
  return problems;
}
