import { UserError } from './userError.ts';
import type { Scenario } from './scenario.ts';
import type { NamedScenario } from './scenarios/namedScenario.ts';

/** A problem (RFC 9457) that the add-in's server responds with. */
export interface Problem {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  readonly title: string;
}

/** Problems of the add-in's server, by `code`. */
export type ProblemTable = Readonly<Record<string, Problem>>;

type ServerAnswers = Pick<Scenario, 'server' | 'preferences'>;

/** Returns a message that names the first answer whose problem isn't in the table, or undefined. */
export function unknownProblem(scenario: ServerAnswers, problems: ProblemTable): string | undefined {
  for (const member of ['server', 'preferences'] as const) {
    for (const [index, answer] of scenario[member].entries()) {
      if (typeof answer !== 'object' || Object.hasOwn(problems, answer.code)) continue;
      return (
        `scenario.${member}[${index}].code: "${answer.code}" is not in the table of the server's problems. ` +
        `Add it: startSandbox({ problems: { ${JSON.stringify(answer.code)}: { status, title } } }).`
      );
    }
  }
  return undefined;
}

/** Returns the scenarios that use only problems in the table. */
export function playableScenarios(
  scenarios: readonly NamedScenario[],
  problems: ProblemTable,
): NamedScenario[] {
  return scenarios.filter(({ scenario: { server = [], preferences = [] } }) =>
    [...server, ...preferences].every(
      (answer) => typeof answer !== 'object' || Object.hasOwn(problems, answer.code),
    ),
  );
}

/** Returns the table. Throws a UserError that names the first invalid row. */
export function checkProblems(problems: ProblemTable): ProblemTable {
  for (const [code, { status, title }] of Object.entries(problems)) {
    if (!Number.isInteger(status) || status < 400 || status > 599) {
      throw new UserError(`problems.${code}.status is ${String(status)}. Use a number from 400 to 599.`);
    }
    if (typeof title !== 'string' || title === '')
      throw new UserError(`problems.${code}.title is empty or not a string. Use a short sentence.`);
  }
  return problems;
}
