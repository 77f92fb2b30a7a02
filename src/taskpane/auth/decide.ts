import { problemRow, type ProblemCode, type Reaction } from '../../contract/catalogue.ts';
import { needsWindow, type TokenRequest, type SourceId, type Trigger } from './tokenRequest.ts';

/** What of a problem the decision looks at. */
export interface Failure {
  readonly code: ProblemCode;
  readonly claims?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What has been used up in this user action. Each kind of repetition exists once. */
export interface Attempts {
  readonly requests: number;
  readonly waited: boolean;
  readonly refreshed: boolean;
  readonly challenged: boolean;
  readonly consented: boolean;
  /** Sources that gave up in this action. */
  readonly failed: readonly SourceId[];
}

export const noAttempts: Attempts = {
  requests: 0,
  waited: false,
  refreshed: false,
  challenged: false,
  consented: false,
  failed: [],
};

export interface Situation {
  readonly trigger: Trigger;
  /** The request that failed, or that gave the token with which the job failed. */
  readonly request: TokenRequest;
  /** Sources that this Office has, in order. */
  readonly sources: readonly SourceId[];
  /** The browser would open a window now, because the user has just clicked. */
  readonly canOpenWindow: boolean;
  readonly attempts: Attempts;
}

export type Step =
  /** Get a token this way, then do the job (again). */
  | { readonly do: 'get-token'; readonly request: TokenRequest; readonly afterSeconds: number }
  /** Do the job again with the same token. */
  | { readonly do: 'repeat'; readonly afterSeconds: number }
  /** Tell the user. `resume`: what their click on Sign in goes on with; null: it starts from the beginning. */
  | { readonly do: 'stop'; readonly resume: TokenRequest | null };

export interface Decision {
  readonly step: Step;
  readonly attempts: Attempts;
}

/** Requests for a token in one user action, all sources together. */
export const MAX_TOKEN_REQUESTS = 6;
/** Nobody is kept waiting longer than this without having been asked, in seconds. */
export const MAX_WAIT_SECONDS = 60;
const DEFAULT_WAIT_SECONDS = 3;
const LEAST_WAIT_SECONDS = 1;
/** A closed dialog needs a moment until Office knows (12007). */
const DIALOG_CLOSING_SECONDS = 1;

/** The first request of a user action, when no token is at hand. */
export function firstRequest(trigger: Trigger, preferred: SourceId): TokenRequest {
  // The pane asks silently when nobody has clicked; nested app auth is silent first, its prompt comes when needed.
  const silent = preferred === 'nested' || (trigger === 'launch' && preferred === 'office');
  return { source: preferred, mode: silent ? 'silent' : 'interactive' };
}

/**
 * From what happened and what was tried to the next step. Pure: no Office, no network, no clock.
 * Ends within MAX_ASKS for any sequence of problems, because every automatic step uses something up.
 */
export function decide(failure: Failure, situation: Situation): Decision {
  const reaction = reactionTo(failure.code, situation);
  const decision = reactions[reaction](failure, situation);
  return keepWithinLimits(decision, situation);
}

/**
 * Returns the request for the next source of tokens, for a user who chooses "Sign in another way"; null where the
 * catalogue does not offer it or Office has no other source.
 */
export function alternativeRequest({ code }: Failure, situation: Situation): TokenRequest | null {
  if (problemRow(code).alternative !== 'other-source') return null;
  const next = nextSource(situation);
  return next === undefined ? null : requestFor(next, situation.request);
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
    if (attempts.refreshed) return stop(situation, again(request));
    return requestNext(situation, { ...again(request), fresh: true }, { refreshed: true });
  },

  challenge(failure, situation) {
    const { attempts, request } = situation;
    const claims = failure.claims ? { claims: failure.claims } : {};
    if (failure.claims && !attempts.challenged)
      return requestNext(situation, { ...again(request), ...claims }, { challenged: true });
    // The source could not satisfy the organization; another one may, when the user wants to try.
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
    const usual = failure.code === 'dialog_12007' ? DIALOG_CLOSING_SECONDS : DEFAULT_WAIT_SECONDS;
    // "Retry-After: 0" of somebody who has just refused is no reason to come back without a breath.
    const seconds = Math.max(failure.retryAfter ?? usual, LEAST_WAIT_SECONDS);
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
    // Who declined and changes their mind has to meet the question again.
    if (failure.code === 'consent_declined') return stop(situation, consentRequest(situation));
    return stop(situation, resumeOf(failure, situation.request));
  },
  stop: (_failure, situation) => stop(situation, null),
};

/** Consent is asked for in the dialog: there MSAL can name our API's scope and the Graph scopes together. */
function requestConsent(situation: Situation): Decision {
  const request = consentRequest(situation);
  if (situation.attempts.consented) return stop(situation, request);
  return requestNext(situation, request, { consented: true });
}

function consentRequest({ sources, request }: Situation): TokenRequest {
  return { source: sources.at(-1) ?? request.source, mode: 'interactive', consent: true };
}

function requestFromNextSource(failure: Failure, situation: Situation): Decision {
  const { request } = situation;
  if (failure.code === 'nested_interaction_required' && request.mode === 'silent') {
    return requestNext(situation, { ...again(request), mode: 'interactive' }, {});
  }
  const failed = [...situation.attempts.failed, request.source];
  const next = nextSource({ ...situation, attempts: { ...situation.attempts, failed } });
  if (!next) return stop(situation, { ...again(request), mode: 'interactive' });
  return requestNext(situation, requestFor(next, request), { failed });
}

/** The same request to another source. Nested app auth is silent first, unless the user has to see something. */
function requestFor(source: SourceId, request: TokenRequest): TokenRequest {
  const mode = source === 'nested' && !request.consent && !request.chooseAccount ? 'silent' : 'interactive';
  return { ...again(request), source, mode };
}

/** The same request without what was only for once. */
function again(request: TokenRequest): TokenRequest {
  const { fresh: _fresh, ...rest } = request;
  return rest.source === 'dialog' ? { ...rest, mode: 'interactive' } : rest;
}

/** In order, from the one that failed; those before it come last, because they have usually failed earlier. */
function nextSource({ sources, request, attempts }: Situation): SourceId | undefined {
  const place = sources.indexOf(request.source) + 1;
  const others = [...sources.slice(place), ...sources.slice(0, place)];
  return others.find((source) => source !== request.source && !attempts.failed.includes(source));
}

/** After a dialog or nested app auth ended without a token, Sign in opens it again; a problem of Office starts over. */
function resumeOf(failure: Failure, request: TokenRequest): TokenRequest | null {
  const { origin } = problemRow(failure.code);
  if (origin !== 'dialog' && origin !== 'nested') return null;
  return { ...again(request), mode: 'interactive' };
}

function stop(situation: Situation, resume: TokenRequest | null): Decision {
  return { step: { do: 'stop', resume }, attempts: situation.attempts };
}

function requestNext(situation: Situation, request: TokenRequest, used: Partial<Attempts>): Decision {
  const attempts = { ...situation.attempts, ...used, requests: situation.attempts.requests + 1 };
  return { step: { do: 'get-token', request, afterSeconds: 0 }, attempts };
}

/** No window without a click, and never more requests than the budget holds. */
function keepWithinLimits(decision: Decision, situation: Situation): Decision {
  const { step } = decision;
  if (step.do !== 'get-token') return decision;
  const windowRefused =
    needsWindow(step.request) && (situation.trigger === 'launch' || !situation.canOpenWindow);
  if (windowRefused || decision.attempts.requests > MAX_TOKEN_REQUESTS) return stop(situation, step.request);
  return decision;
}
