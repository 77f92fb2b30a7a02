import { Log } from './log.ts';
import { checkProblems, playableScenarios, unknownProblem, type ProblemTable } from './problems.ts';
import type { NamedScenario } from './scenarios/namedScenario.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { UserError } from './userError.ts';
import {
  parseScenario,
  type GraphAnswer,
  type Scenario,
  type ScenarioInput,
  type Scripted,
} from './scenario.ts';

/**
 * State that the sandbox's servers share: the current scenario, the number of answers used, the log and the documents.
 * Only the control calls and the host page change scenario and documents.
 */
export class SandboxState {
  readonly log = new Log();
  readonly problems: ProblemTable;
  /** The named scenarios, without those whose problems aren't in the table. */
  readonly scenarios: readonly NamedScenario[];
  #scenario: Scenario = parseScenario({});
  /** Null: a composed scenario. */
  #scenarioId: string | null = null;
  #callCounts = new Map<string, number>();
  #documents = new Map<string, unknown[]>();
  #changeListeners = new Set<() => void>();
  #resetListeners = new Set<() => void>();

  /** @param problems problems of the add-in's server, which scenarios respond with instead of it */
  constructor(problems: ProblemTable = {}) {
    this.problems = checkProblems(problems);
    this.scenarios = playableScenarios(scenarios, problems);
  }

  get scenario(): Scenario {
    return this.#scenario;
  }

  get scenarioId(): string | null {
    return this.#scenarioId;
  }

  /**
   * Applies a scenario; clears counters and log. Throws a ZodError if it is invalid, and a UserError for a problem
   * that isn't in the table.
   */
  setScenario(input: ScenarioInput, id: string | null = null): void {
    const scenario = parseScenario(input);
    const fault = unknownProblem(scenario, this.problems);
    if (fault !== undefined) throw new UserError(fault);
    this.#scenario = scenario;
    this.#scenarioId = id;
    this.#callCounts.clear();
    this.log.clear();
    for (const listener of this.#changeListeners) listener();
  }

  /** Restores the default scenario, empties the documents, and signs all users out at the identity provider. */
  reset(): void {
    this.#documents.clear();
    for (const listener of this.#resetListeners) listener();
    this.setScenario({});
  }

  /** Returns the answer for this call and counts the call; the last answer repeats. */
  next<K extends Scripted>(kind: K): Scenario[K][number] {
    const answer = this.peek(kind);
    this.#callCounts.set(kind, (this.#callCounts.get(kind) ?? 0) + 1);
    return answer;
  }

  /** Returns the answer that `next` would return, without counting a call. */
  peek<K extends Scripted>(kind: K): Scenario[K][number] {
    const answers = this.#scenario[kind] as Scenario[K][number][];
    const index = this.#callCounts.get(kind) ?? 0;
    return answers[Math.min(index, answers.length - 1)] as Scenario[K][number];
  }

  /**
   * Returns the answer for a request to Graph: that of its resource, or else the next of `graph`.
   * @param resource index in `graphResources`; -1: none
   */
  nextGraph(resource: number): GraphAnswer {
    const answers = this.#scenario.graphResources[resource]?.answers;
    if (!answers) return this.next('graph');
    const key = `graphResources ${resource}`;
    const index = this.#callCounts.get(key) ?? 0;
    this.#callCounts.set(key, index + 1);
    return answers[Math.min(index, answers.length - 1)] ?? 'ok';
  }

  /** Returns the content of an application's document, in order, as plain data. */
  document(app: string): readonly unknown[] {
    return this.#documents.get(app) ?? [];
  }

  /** Replaces the content of the document. @param written what was added, for the log */
  setDocument(app: string, content: unknown[], written: unknown): void {
    this.#documents.set(app, content);
    this.log.add('document', { app, written });
  }

  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  onReset(listener: () => void): void {
    this.#resetListeners.add(listener);
  }
}
