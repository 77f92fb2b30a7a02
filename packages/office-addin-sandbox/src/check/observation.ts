import type { LogEntry } from '../log.ts';
import type { NamedScenario } from '../scenarios/namedScenario.ts';

/** A scenario that `check` runs: a named one, or a recorded session. */
export type CheckedScenario = Pick<NamedScenario, 'id' | 'title' | 'source' | 'scenario' | 'code'> & {
  readonly group: string;
};

/** What an add-in did in a scenario, as plain data. `judge` needs nothing else. */
export interface Observation {
  readonly scenario: CheckedScenario;
  /** Visible lines of the pane, and of its dialogs, at the end. */
  readonly text: readonly string[];
  /** Visible lines of the pane before the first click. */
  readonly textBeforeClick: readonly string[];
  /** Texts that the document contains at the end. */
  readonly documentTexts: readonly string[];
  readonly traffic: readonly LogEntry[];
  /** Number of entries in `traffic` before the first click. */
  readonly trafficBeforeClick: number;
  /** What `check` did, such as `clicked "Sign in"`. */
  readonly actions: readonly string[];
  /** Addresses, without queries, of windows that opened before the first click. */
  readonly unaskedWindows: readonly string[];
  /** Whether `check` closed a sign-in window, as a user who gives up does. */
  readonly closedWindow: boolean;
  /** Uncaught errors and unhandled rejections of the add-in's pages. */
  readonly errors: readonly string[];
  /** Whether the pane runs scripts, and shows a text or a control. */
  readonly responds: boolean;
  /** What the pane was still waiting for when the time limit passed; undefined: it came to rest. */
  readonly stillBusy?: { readonly limitMs: number; readonly reasons: readonly string[] };
  /** Visible progress indicators at the end. */
  readonly progress: readonly string[];
  /** Undefined: the add-in's server responds. */
  readonly serverFault?: string;
  readonly durationMs: number;
}
