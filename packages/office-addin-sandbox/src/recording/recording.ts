import { z } from 'zod';
import { validationMessage } from '../control/validationMessage.ts';
import type { LogEntry } from '../log.ts';
import { maskSecrets } from '../maskSecrets.ts';
import { readJsonFile } from '../readJsonFile.ts';
import {
  scenarioSchema,
  type GraphAnswer,
  type OboAnswer,
  type Scenario,
  type ScenarioInput,
} from '../scenario.ts';
import type { SandboxState } from '../state.ts';
import { UserError } from '../userError.ts';

/** The traffic of a session with its scenario, without tokens and personal data: a bug report that can be replayed. */
export interface Recording {
  readonly format: typeof FORMAT;
  readonly version: 1;
  /** Id of the named scenario; null: a composed one. */
  readonly scenarioId: string | null;
  readonly scenario: ScenarioInput;
  readonly traffic: readonly LogEntry[];
}

const FORMAT = 'office-addin-sandbox recording';

const recordingSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  scenarioId: z.string().nullable(),
  scenario: z.record(z.string(), z.unknown()),
  traffic: z.array(z.looseObject({ at: z.string(), kind: z.string() })),
});

/** Returns the session since the scenario was applied. */
export function recordSession({
  scenario,
  scenarioId,
  log,
}: Pick<SandboxState, 'scenario' | 'scenarioId' | 'log'>): Recording {
  return {
    format: FORMAT,
    version: 1,
    scenarioId,
    scenario: masked(withoutDefaults(scenario)) as ScenarioInput,
    traffic: log.entries.map(
      // What was written can be personal: keeps the kinds.
      (entry) =>
        masked(
          entry.kind === 'document' ? { ...entry, written: kindsOf(entry['written']) } : entry,
        ) as LogEntry,
    ),
  };
}

/** Returns the scenario in which the session's calls get the recorded answers. */
export function scenarioOf({ scenario, traffic }: Recording): ScenarioInput {
  const full = scenarioSchema.parse(scenario);
  const tokens = answersOf(traffic, 'getAccessToken').filter((answer) => !OFFICE_DECIDES.includes(answer));
  const exchanges = answersOf(traffic, 'obo');
  const graphResources = recordedResources(traffic, full);
  return {
    ...scenario,
    ...(tokens.length > 0
      ? { getAccessToken: tokens.map((answer, index) => tokenAnswer(answer, at(full.getAccessToken, index))) }
      : {}),
    ...(exchanges.length > 0
      ? { obo: exchanges.map((answer, index) => oboAnswer(answer, at(full.obo, index))) }
      : {}),
    ...(graphResources.length > 0 ? { graphResources } : {}),
  };
}

/**
 * Reads a recording, or a scenario as JSON, from a file.
 * @throws UserError that names the file and what is wrong in it
 */
export function readScenarioFile(path: string): ScenarioInput {
  const content = readJsonFile(path);
  const isRecording = typeof content === 'object' && content !== null && 'format' in content;
  const recording = isRecording ? recordingSchema.safeParse(content) : undefined;
  if (recording && !recording.success) {
    throw new UserError(`${path} isn't a recording: ${validationMessage(recording.error)}`);
  }
  const given = recording ? recording.data.scenario : content;
  const scenario = scenarioSchema.safeParse(given);
  if (!scenario.success) throw new UserError(`${path}: ${validationMessage(scenario.error)}`);
  return recording ? scenarioOf(recording.data as Recording) : (given as ScenarioInput);
}

/** Answers that follow from the call itself, from overlapping calls, or from the user at Office's prompt. */
const OFFICE_DECIDES: readonly unknown[] = ['prompt', 13000, 13004, 13008, 5001];

function answersOf(traffic: readonly LogEntry[], kind: LogEntry['kind']): (string | number)[] {
  return traffic
    .filter((entry) => entry.kind === kind)
    .map(({ answer }) => answer)
    .filter((answer) => typeof answer === 'string' || typeof answer === 'number');
}

/** The scenario has more detail than the traffic: claims, or members of a token. */
function tokenAnswer(answer: string | number, scripted: Scenario['getAccessToken'][number]) {
  return typeof scripted === 'object' ? scripted : (answer as typeof scripted);
}

function oboAnswer(answer: string | number, scripted: OboAnswer): OboAnswer {
  if (typeof scripted === 'object') return scripted;
  if (typeof answer !== 'number') return answer as OboAnswer;
  return answer < 1000 ? { status: answer } : { aadsts: answer };
}

/** Answers by resource, because requests may arrive in another order. Only resources of which a request failed. */
function recordedResources(
  traffic: readonly LogEntry[],
  { graphResources }: Scenario,
): Scenario['graphResources'] {
  const answers = new Map<string, GraphAnswer[]>();
  for (const { kind, path, answer } of traffic) {
    if (kind !== 'graph' || typeof path !== 'string') continue;
    const resource = path.replace(/^\/v1\.0/u, '');
    answers.set(resource, [...(answers.get(resource) ?? []), answer as GraphAnswer]);
  }
  const failing = [...answers].filter(
    ([path, list]) =>
      list.some((answer) => answer !== 'ok') && !graphResources.some((scripted) => scripted.path === path),
  );
  // The scenario's own answers come first: they have more detail, such as Retry-After.
  return graphResources.length > 0 || failing.length === 0
    ? graphResources
    : failing.map(([path, list]) => ({ path, answers: list }));
}

function withoutDefaults(scenario: Scenario): Partial<Scenario> {
  const defaults = scenarioSchema.parse({}) as Readonly<Record<string, unknown>>;
  const changed = Object.entries(scenario).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]),
  );
  return Object.fromEntries(changed) as Partial<Scenario>;
}

function kindsOf(written: unknown): unknown {
  if (!Array.isArray(written)) return null;
  return written.map((piece: { kind?: unknown }) => ({ kind: piece.kind ?? null }));
}

/** Members that hold names and addresses of people. */
const PERSONAL = new Set(['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName', 'loginHint']);

/** Replaces tokens, secrets and personal data in every string. */
function masked(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return PERSONAL.has(name) ? '<masked>' : maskSecrets(value);
  if (Array.isArray(value)) return value.map((one) => masked(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, masked(member, key)]));
}

const at = <T>(answers: readonly T[], index: number): T => answers[Math.min(index, answers.length - 1)] as T;
