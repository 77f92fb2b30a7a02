import { Log } from './log.ts';
import { checkProblems, playable, unknownProblem, type ProblemTable } from './problems.ts';
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
 * What the whole sandbox shares: the scenario in force, how far its lists have been used up, the log, and what
 * stands in the documents. The identity provider, Graph and the host page read it; only the control calls and
 * the host page write it.
 */
export class SandboxState {
  readonly log = new Log();
  readonly problems: ProblemTable;
  /** The named scenarios that can be played; without a table of problems some cannot. */
  readonly scenarios: readonly NamedScenario[];
  #scenario: Scenario = parseScenario({});
  /** Name of the scenario in force; null: a composed one. */
  #scenarioId: string | null = null;
  #used = new Map<string, number>();
  #documents = new Map<string, unknown[]>();
  #listeners = new Set<() => void>();
  #signedOut = new Set<() => void>();

  /** @param problems that the scenarios may answer with in place of the add-in's server */
  constructor(problems: ProblemTable = {}) {
    this.problems = checkProblems(problems);
    this.scenarios = playable(scenarios, problems);
  }

  get scenario(): Scenario {
    return this.#scenario;
  }

  get scenarioId(): string | null {
    return this.#scenarioId;
  }

  /**
   * Puts a scenario in force; resets counters and log. Throws a ZodError if it is malformed, and a UserError for a
   * problem that is not in the table.
   */
  setScenario(input: ScenarioInput, id: string | null = null): void {
    const scenario = parseScenario(input);
    const fault = unknownProblem(scenario, this.problems);
    if (fault !== undefined) throw new UserError(fault);
    this.#scenario = scenario;
    this.#scenarioId = id;
    this.#used.clear();
    this.log.clear();
    for (const listener of this.#listeners) listener();
  }

  /** The default scenario, empty documents, everyone signed out at the provider. */
  reset(): void {
    this.#documents.clear();
    for (const signOut of this.#signedOut) signOut();
    this.setScenario({});
  }

  /** The answer for this call of a scripted kind; the last one repeats. */
  next<K extends Scripted>(kind: K): Scenario[K][number] {
    const answer = this.peek(kind);
    this.#used.set(kind, (this.#used.get(kind) ?? 0) + 1);
    return answer;
  }

  /** What `next` would answer, without using it up. */
  peek<K extends Scripted>(kind: K): Scenario[K][number] {
    const answers = this.#scenario[kind] as Scenario[K][number][];
    const index = this.#used.get(kind) ?? 0;
    return answers[Math.min(index, answers.length - 1)] as Scenario[K][number];
  }

  /** Returns the answer for a request to Graph: that of its resource, else the next of `graph`. @param resource index */
  nextGraph(resource: number): GraphAnswer {
    const answers = this.#scenario.graphResources[resource]?.answers;
    if (!answers) return this.next('graph');
    const key = `graphResources ${resource}`;
    const used = this.#used.get(key) ?? 0;
    this.#used.set(key, used + 1);
    return answers[Math.min(used, answers.length - 1)] ?? 'ok';
  }

  /** What was written into a document of this application, in order, as plain data. */
  document(app: string): readonly unknown[] {
    return this.#documents.get(app) ?? [];
  }

  /** Replaces what stands in the document; `written` is what was added, for the log. */
  setDocument(app: string, content: unknown[], written: unknown): void {
    this.#documents.set(app, content);
    this.log.add('document', { app, written });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The identity provider drops its sessions when the sandbox is reset. */
  onReset(signOut: () => void): void {
    this.#signedOut.add(signOut);
  }
}
