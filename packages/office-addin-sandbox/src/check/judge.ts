import type { LogEntry } from '../log.ts';
import type { Observation } from './observation.ts';

/** What `check` requires of every add-in, in the order of the report. */
export const rules = {
  responds: 'The pane still responds',
  errors: 'No uncaught error and no unhandled rejection',
  waiting: 'No endless wait',
  windows: 'No window without a click',
  tokenCalls: 'Few calls of getAccessToken',
  text: 'No undefined, null or [object Object] in pane or document',
  server: "The add-in's server is still running",
  silent: "Tells the user when it can't continue",
} as const satisfies Readonly<Record<string, string>>;
export type RuleId = keyof typeof rules;

/** A rule that the add-in breaks. */
export interface Finding {
  readonly rule: RuleId;
  readonly message: string;
}

/** `not-reached`: the add-in never made the call that the scenario fails. */
export type Outcome = 'passed' | 'failed' | 'not-reached';

export interface Verdict {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/**
 * A first call, one retry, and one call with the claims of a challenge; the same again after a click on Sign in. Office
 * answers rapid repetitions with 13013, or not at all.
 */
export const DEFAULT_MAX_TOKEN_CALLS = 6;

export interface JudgeOptions {
  /** The run of the scenario in which everything works; undefined: `observation` is that run. */
  readonly baseline: Observation | undefined;
  readonly maxTokenCalls?: number;
}

/** Decides whether the add-in survived the scenario. */
export function judge(observation: Observation, options: JudgeOptions): Verdict {
  const { maxTokenCalls = DEFAULT_MAX_TOKEN_CALLS, baseline } = options;
  const findings = [
    ...respondsFindings(observation),
    ...observation.errors.map((error) => ({ rule: 'errors' as const, message: firstLine(error) })),
    ...waitingFindings(observation, baseline),
    ...observation.unaskedWindows.map((url) => ({
      rule: 'windows' as const,
      message: `Opened ${url} without a click`,
    })),
    ...tokenCallFindings(observation, maxTokenCalls),
    ...textFindings(observation),
    ...(observation.serverFault === undefined
      ? []
      : [{ rule: 'server' as const, message: observation.serverFault }]),
    ...silentFindings(observation, baseline),
  ];
  if (findings.length > 0) return { outcome: 'failed', findings };
  return { outcome: wasReached(observation, baseline) ? 'passed' : 'not-reached', findings };
}

function respondsFindings({ responds }: Observation): Finding[] {
  return responds ? [] : [{ rule: 'responds', message: 'The pane is empty or no longer runs scripts' }];
}

/** Indicators that move in the baseline as well are decoration. */
function waitingFindings(
  { stillBusy, progress, traffic }: Observation,
  baseline: Observation | undefined,
): Finding[] {
  if (!stillBusy) return [];
  const indicators = progress.filter((one) => !baseline?.progress.includes(one));
  if (baseline === undefined && stillBusy.reasons.length === 0 && !traffic.some(failed)) return [];
  if (indicators.length === 0 && stillBusy.reasons.length === 0) return [];
  const reasons = [...stillBusy.reasons, ...indicators.map((one) => `shows ${one}`)];
  return [
    {
      rule: 'waiting',
      message: `Still waiting after ${Math.round(stillBusy.limitMs / 1000)} s: ${reasons.join('; ')}`,
    },
  ];
}

function tokenCallFindings({ traffic }: Observation, max: number): Finding[] {
  const calls = traffic.filter(({ kind, answer }) => kind === 'getAccessToken' && answer !== 'prompt').length;
  return calls > max
    ? [{ rule: 'tokenCalls', message: `Called getAccessToken ${calls} times; at most ${max} are needed` }]
    : [];
}

/** Values that a program shows by mistake. */
const PLACEHOLDERS = /\bundefined\b|\[object \w+\]|(?:^|[\s:,("'])null(?=$|[\s.,;:)"'])|\bNaN\b/u;

function textFindings({ text, documentTexts }: Observation): Finding[] {
  const inPane = text.filter((line) => PLACEHOLDERS.test(line)).map((line) => `Shows "${shorten(line)}"`);
  const inDocument = documentTexts
    .filter((line) => PLACEHOLDERS.test(line))
    .map((line) => `Wrote "${shorten(line)}" to the document`);
  return [...new Set([...inPane, ...inDocument])]
    .slice(0, 3)
    .map((message) => ({ rule: 'text' as const, message }));
}

/**
 * The add-in doesn't reach what it shows in the baseline, and shows nothing that is new. A user who closed the window or
 * chose Cancel knows why nothing happened.
 */
function silentFindings(observation: Observation, baseline: Observation | undefined): Finding[] {
  const { traffic, trafficBeforeClick, stillBusy, closedWindow } = observation;
  if (baseline === undefined || stillBusy || closedWindow || userGaveUp(traffic)) return [];
  if (reachesGoal(observation, baseline)) return [];
  // An add-in that starts to work when it opens may have told the user before the click.
  const startedByClick = trafficBeforeClick === 0 && observation.actions.length > 0;
  const known = new Set([...baseline.text, ...(startedByClick ? observation.textBeforeClick : [])]);
  if (observation.text.some((line) => /\p{L}{2}/u.test(line) && !known.has(line))) return [];
  const failure = traffic.findLast(failed);
  return [
    {
      rule: 'silent',
      message: failure
        ? `Says nothing about the failure of ${describeFailure(failure)}`
        : "Doesn't do what it does when everything works, and says nothing",
    },
  ];
}

/** Most of the lines of the baseline: a date or a name may differ. */
const SAME_LINES = 0.8;

/** Returns whether the add-in ends as when everything works. */
function reachesGoal({ text, documentTexts, traffic }: Observation, baseline: Observation): boolean {
  // Without a failure, another user's data may have fewer texts.
  const share = traffic.some(failed) ? SAME_LINES : 0;
  const least = Math.max(baseline.documentTexts.length * share, Math.min(baseline.documentTexts.length, 1));
  if (documentTexts.length < least) return false;
  const shown = new Set(text);
  const same = baseline.text.filter((line) => shown.has(line)).length;
  return same >= baseline.text.length * SAME_LINES;
}

/** A scenario without a problem is reached in any case. Otherwise a call failed, or the pane shows something else. */
function wasReached(observation: Observation, baseline: Observation | undefined): boolean {
  if (baseline === undefined || observation.scenario.code === null) return true;
  return observation.traffic.some(failed) || observation.text.join('\n') !== baseline.text.join('\n');
}

function userGaveUp(traffic: readonly LogEntry[]): boolean {
  const answer = traffic.findLast(({ kind }) => kind === 'signIn')?.['answer'];
  return answer === 'cancel' || answer === 'decline';
}

/** Answers in the log that aren't failures: `0` is a dialog that opened, null one that was requested. */
const GOOD: readonly unknown[] = ['ok', 'prompt', 'completed', 'sent', 'mfa', 'consent', 0, null, undefined];

export function failed({ kind, answer, code }: LogEntry): boolean {
  if (kind === 'document' || kind === 'notImplemented') return false;
  return !GOOD.includes(kind === 'dialog' ? code : answer);
}

const CALLS: Readonly<Partial<Record<LogEntry['kind'], string>>> = {
  getAccessToken: 'getAccessToken',
  authContext: 'getAuthContext',
  nested: 'nested app authentication',
  obo: 'the on-behalf-of exchange',
  graph: 'Microsoft Graph',
  signIn: 'the sign-in',
  dialog: 'the dialog',
  server: 'its server',
};

/** Returns such as `getAccessToken: 13005`. */
function describeFailure(entry: LogEntry): string {
  const answer = entry.kind === 'dialog' ? entry['code'] : entry['answer'];
  return `${CALLS[entry.kind] ?? entry.kind}: ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`;
}

const firstLine = (text: string) => shorten(text.split('\n')[0] ?? '');

function shorten(text: string, length = 120): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
