import { problemRow, type ProblemCode, type Reaction } from '../../contract/catalogue.ts';
import { needsWindow, type TokenRequest, type SourceId, type Trigger } from './token.ts';

/** The facts about a problem that the decision needs. */
export interface Failure {
  readonly code: ProblemCode;
  readonly claims?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What this user action has already tried. Each kind of repetition happens at most once. */
export interface Attempts {
  readonly requests: number;
  readonly waited: boolean;
  readonly refreshed: boolean;
  readonly challenged: boolean;
  readonly consented: boolean;
  /** Sources that have failed in this action. */
  readonly failed: readonly SourceId[];
  /** The request that needs the user and couldn't open a window. A click on Sign in continues with it. */
  readonly postponed: TokenRequest | null;
}

export const noAttempts: Attempts = {
  requests: 0,
  waited: false,
  refreshed: false,
  challenged: false,
  consented: false,
  failed: [],
  postponed: null,
};

export interface Situation {
  readonly trigger: Trigger;
  /** The request that failed, or whose token the job failed with. */
  readonly request: TokenRequest;
  /** Sources that are available in this Office, in order. */
  readonly sources: readonly SourceId[];
  /** Whether the browser allows a new window, because the user has just clicked. */
  readonly canOpenWindow: boolean;
  readonly attempts: Attempts;
}

export type Step =
  /** Get a token with this request, then run the job. */
  | { readonly do: 'get-token'; readonly request: TokenRequest; readonly afterSeconds: number }
  /** Run the job again with the same token. */
  | { readonly do: 'repeat'; readonly afterSeconds: number }
  /** Show the problem. `resume`: the request that a click on Sign in continues with; null: start over. */
  | { readonly do: 'stop'; readonly resume: TokenRequest | null };

export interface Decision {
  readonly step: Step;
  readonly attempts: Attempts;
}

/** Token requests in one user action, for all sources together. */
export const MAX_TOKEN_REQUESTS = 6;
/** Seconds. The pane doesn't wait longer than this without asking the user. */
const MAX_WAIT_SECONDS = 60;
const DEFAULT_WAIT_SECONDS = 3;
const MIN_WAIT_SECONDS = 1;
/** Office takes a moment to notice that a dialog has closed (12007). */
const DIALOG_CLOSING_SECONDS = 1;

/** Returns the source that can show Entra ID's pages: the dialog, or else nested app auth. */
export function windowSource(sources: readonly SourceId[]): SourceId | undefined {
  return sources.findLast((source) => source !== 'office') ?? sources.at(-1);
}

/** Returns the first request of a user action without a usable token. */
export function firstRequest(trigger: Trigger, preferred: SourceId): TokenRequest {
  // Nested app auth always starts silently and prompts only if necessary.
  const silent = preferred === 'nested' || (trigger === 'launch' && preferred === 'office');
  return { source: preferred, mode: silent ? 'silent' : 'interactive' };
}

/**
 * Returns the next step for a problem. Pure: uses no Office, network, or clock. Every automatic step uses up one of the
 * attempts, so any sequence of problems ends within MAX_TOKEN_REQUESTS.
 */
export function decide(failure: Failure, situation: Situation): Decision {
  const reaction = reactionTo(failure.code, situation);
  const decision = reactions[reaction](failure, situation);
  return keepWithinLimits(decision, situation);
}

/**
 * Returns the request for the next token source after "Sign in another way"; null if the catalogue doesn't offer it or
 * there is no other source.
 */
export function alternativeRequest({ code }: Failure, situation: Situation): TokenRequest | null {
  if (problemRow(code).alternative !== 'other-source') return null;
  const next = nextSource(situation);
  return next === undefined ? null : requestFor(next, situation.request, 'action');
}

function reactionTo(code: ProblemCode, { trigger, attempts }: Situation): Reaction {
  const row = problemRow(code);
  if (trigger === 'launch' && row.atLaunch) return row.atLaunch;
  if (row.reaction === 'wait' && attempts.waited) return row.second ?? 'ask-user';
  return row.reaction;
}

const reactions: Record<Reaction, (failure: Failure, situation: Situation) => Decision> = {
  retry(_failure, situation) {
    const { attempts, request } = situation;
    if (attempts.refreshed) return stop(situation, withoutFresh(request));
    return requestNext(situation, { ...withoutFresh(request), fresh: true }, { refreshed: true });
  },

  challenge(failure, situation) {
    const { attempts, request } = situation;
    const claims = failure.claims ? { claims: failure.claims } : {};
    // The source has already answered this challenge, in this action or in the one before.
    const isRepeated = attempts.challenged || request.claims === failure.claims;
    if (failure.claims && !isRepeated)
      return requestNext(situation, { ...withoutFresh(request), ...claims }, { challenged: true });
    // This source couldn't satisfy the challenge, but another one might, if the user wants to try.
    const next = nextSource(situation) ?? request.source;
    return stop(situation, { source: next, mode: 'interactive', ...claims });
  },

  fallback(failure, situation) {
    return failure.code === 'consent_required'
      ? requestConsent(situation)
      : requestFromNextSource(failure, situation);
  },

  wait(failure, situation) {
    const { attempts, request } = situation;
    const defaultSeconds = failure.code === 'dialog_12007' ? DIALOG_CLOSING_SECONDS : DEFAULT_WAIT_SECONDS;
    // Some services answer "Retry-After: 0" together with a refusal.
    const seconds = Math.max(failure.retryAfter ?? defaultSeconds, MIN_WAIT_SECONDS);
    if (attempts.waited || seconds > MAX_WAIT_SECONDS) return stop(situation, resumeOf(failure, request));
    const waited = { ...attempts, waited: true };
    if (problemRow(failure.code).origin === 'server') {
      return { step: { do: 'repeat', afterSeconds: seconds }, attempts: waited };
    }
    return {
      step: { do: 'get-token', request, afterSeconds: seconds },
      attempts: { ...waited, requests: attempts.requests + 1 },
    };
  },

  'ask-user': (failure, situation) => stop(situation, resumeOf(failure, situation.request)),
  'signed-out': (failure, situation) => {
    // Ask again, in case the user has changed their mind.
    if (failure.code === 'consent_declined') return stop(situation, consentRequest(situation));
    return stop(situation, resumeOf(failure, situation.request));
  },
  stop: (_failure, situation) => stop(situation, null),
};

/** Requests consent in the dialog, where MSAL can request the scopes of the API and of Graph together. */
function requestConsent(situation: Situation): Decision {
  const request = consentRequest(situation);
  if (situation.attempts.consented) return stop(situation, request);
  return requestNext(situation, request, { consented: true });
}

function consentRequest({ sources, request }: Situation): TokenRequest {
  return { source: windowSource(sources) ?? request.source, mode: 'interactive', consent: true };
}

function requestFromNextSource(failure: Failure, situation: Situation): Decision {
  const { request, trigger } = situation;
  const interactive: TokenRequest = { ...withoutFresh(request), mode: 'interactive' };
  const needsUser = failure.code === 'nested_interaction_required' && request.mode === 'silent';
  if (needsUser && mayOpenWindow(situation)) return requestNext(situation, interactive, {});
  const attempts: Attempts = {
    ...situation.attempts,
    failed: [...situation.attempts.failed, request.source],
    // The first one in the order of the sources.
    postponed: situation.attempts.postponed ?? (needsUser ? interactive : null),
  };
  const next = nextSource({ ...situation, attempts });
  if (!next) return stop(situation, attempts.postponed ?? interactive);
  return requestNext(situation, requestFor(next, request, trigger), attempts);
}

/**
 * Returns the request for another source. Office shows nothing without an action of the user. Nested app auth starts silently
 * unless the user has to interact.
 */
function requestFor(source: SourceId, request: TokenRequest, trigger: Trigger): TokenRequest {
  const userActs = request.consent || request.chooseAccount;
  const { mode } = firstRequest(trigger, userActs ? 'dialog' : source);
  return { ...withoutFresh(request), source, mode };
}

/** Returns the request without `fresh`, which applies only once. */
function withoutFresh(request: TokenRequest): TokenRequest {
  const { fresh: _fresh, ...rest } = request;
  return rest.source === 'dialog' ? { ...rest, mode: 'interactive' } : rest;
}

/** Returns the next source after the failed one. Earlier sources come last, because they have usually failed before. */
function nextSource({ sources, request, attempts }: Situation): SourceId | undefined {
  const next = sources.indexOf(request.source) + 1;
  const others = [...sources.slice(next), ...sources.slice(0, next)];
  return others.find((source) => source !== request.source && !attempts.failed.includes(source));
}

/** Returns the request that Sign in repeats: the dialog or nested app auth if they failed; null: start over with Office. */
function resumeOf(failure: Failure, request: TokenRequest): TokenRequest | null {
  const { origin } = problemRow(failure.code);
  if (origin !== 'dialog' && origin !== 'nested') return null;
  return { ...withoutFresh(request), mode: 'interactive' };
}

function stop(situation: Situation, resume: TokenRequest | null): Decision {
  return { step: { do: 'stop', resume }, attempts: situation.attempts };
}

function requestNext(situation: Situation, request: TokenRequest, used: Partial<Attempts>): Decision {
  const attempts = { ...situation.attempts, ...used, requests: situation.attempts.requests + 1 };
  return { step: { do: 'get-token', request, afterSeconds: 0 }, attempts };
}

/** Stops instead of opening a window without a click, or of exceeding the number of requests. */
function keepWithinLimits(decision: Decision, situation: Situation): Decision {
  const { step } = decision;
  if (step.do !== 'get-token') return decision;
  const wouldBlockWindow = needsWindow(step.request) && !mayOpenWindow(situation);
  if (wouldBlockWindow || decision.attempts.requests > MAX_TOKEN_REQUESTS)
    return stop(situation, decision.attempts.postponed ?? step.request);
  return decision;
}

function mayOpenWindow({ trigger, canOpenWindow }: Situation): boolean {
  return trigger === 'action' && canOpenWindow;
}
