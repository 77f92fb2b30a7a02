import { problemRow, type ProblemCode, type Reaction } from '../../contract/catalogue.ts';
import { needsWindow, type Ask, type SourceId, type Trigger } from './ask.ts';

/** What of a problem the decision looks at. */
export interface Met {
  readonly code: ProblemCode;
  readonly claims?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What has been used up in this user action. Each kind of repetition exists once. */
export interface Tried {
  readonly asks: number;
  readonly waited: boolean;
  readonly refreshed: boolean;
  readonly challenged: boolean;
  readonly consented: boolean;
  /** Sources that gave up in this action. */
  readonly failed: readonly SourceId[];
}

export const nothingTried: Tried = {
  asks: 0,
  waited: false,
  refreshed: false,
  challenged: false,
  consented: false,
  failed: [],
};

export interface Situation {
  readonly trigger: Trigger;
  /** The request that failed, or that gave the token with which the job failed. */
  readonly ask: Ask;
  /** Sources that this Office has, in order. */
  readonly sources: readonly SourceId[];
  /** The browser would open a window now, because the user has just clicked. */
  readonly canOpenWindow: boolean;
  readonly tried: Tried;
}

export type Step =
  /** Get a token this way, then do the job (again). */
  | { readonly do: 'ask'; readonly ask: Ask; readonly afterSeconds: number }
  /** Do the job again with the same token. */
  | { readonly do: 'repeat'; readonly afterSeconds: number }
  /** Tell the user. `resume`: what their click on Sign in goes on with; null: it starts from the beginning. */
  | { readonly do: 'stand'; readonly resume: Ask | null };

export interface Decision {
  readonly step: Step;
  readonly tried: Tried;
}

/** Requests for a token in one user action, all sources together. */
export const MAX_ASKS = 6;
/** Nobody is kept waiting longer than this without having been asked, in seconds. */
export const MAX_WAIT_SECONDS = 60;
const DEFAULT_WAIT_SECONDS = 3;
const LEAST_WAIT_SECONDS = 1;
/** A closed dialog needs a moment until Office knows (12007). */
const DIALOG_CLOSING_SECONDS = 1;

/** The first request of a user action, when no token is at hand. */
export function firstAsk(trigger: Trigger, preferred: SourceId): Ask {
  // The pane asks silently when nobody has clicked; nested app auth is silent first, its prompt comes when needed.
  const silent = preferred === 'nested' || (trigger === 'launch' && preferred === 'office');
  return { source: preferred, mode: silent ? 'silent' : 'interactive' };
}

/**
 * From what happened and what was tried to the next step. Pure: no Office, no network, no clock.
 * Ends within MAX_ASKS for any sequence of problems, because every automatic step uses something up.
 */
export function decide(met: Met, situation: Situation): Decision {
  const reaction = reactionTo(met.code, situation);
  const decision = reactions[reaction](met, situation);
  return keepWithinLimits(decision, situation);
}

/**
 * Returns the request for the next source of tokens, for a user who chooses "Sign in another way"; null where the
 * catalogue does not offer it or Office has no other source.
 */
export function anotherWay({ code }: Met, situation: Situation): Ask | null {
  if (problemRow(code).alternative !== 'other-source') return null;
  const next = nextSource(situation);
  return next === undefined ? null : askOf(next, situation.ask);
}

function reactionTo(code: ProblemCode, { trigger, tried }: Situation): Reaction {
  const row = problemRow(code);
  if (trigger === 'launch' && row.atLaunch) return row.atLaunch;
  if (row.reaction === 'wait' && tried.waited) return row.second ?? 'ask-user';
  return row.reaction;
}

const reactions: Record<Reaction, (met: Met, situation: Situation) => Decision> = {
  retry(_met, situation) {
    const { tried, ask } = situation;
    if (tried.refreshed) return stand(situation, again(ask));
    return askNext(situation, { ...again(ask), fresh: true }, { refreshed: true });
  },

  challenge(met, situation) {
    const { tried, ask } = situation;
    const claims = met.claims ? { claims: met.claims } : {};
    if (met.claims && !tried.challenged)
      return askNext(situation, { ...again(ask), ...claims }, { challenged: true });
    // The source could not satisfy the organization; another one may, when the user wants to try.
    const next = nextSource(situation) ?? ask.source;
    return stand(situation, { source: next, mode: 'interactive', ...claims });
  },

  fallback(met, situation) {
    return met.code === 'consent_required' ? askConsent(situation) : askNextSource(met, situation);
  },

  wait(met, situation) {
    const { tried, ask } = situation;
    const usual = met.code === 'dialog_12007' ? DIALOG_CLOSING_SECONDS : DEFAULT_WAIT_SECONDS;
    // "Retry-After: 0" of somebody who has just refused is no reason to come back without a breath.
    const seconds = Math.max(met.retryAfter ?? usual, LEAST_WAIT_SECONDS);
    if (tried.waited || seconds > MAX_WAIT_SECONDS) return stand(situation, resumeOf(met, ask));
    const waited = { ...tried, waited: true };
    if (problemRow(met.code).origin === 'server') {
      return { step: { do: 'repeat', afterSeconds: seconds }, tried: waited };
    }
    return { step: { do: 'ask', ask, afterSeconds: seconds }, tried: { ...waited, asks: tried.asks + 1 } };
  },

  'ask-user': (met, situation) => stand(situation, resumeOf(met, situation.ask)),
  'signed-out': (met, situation) => {
    // Who declined and changes their mind has to meet the question again.
    if (met.code === 'consent_declined') return stand(situation, consentAsk(situation));
    return stand(situation, resumeOf(met, situation.ask));
  },
  stop: (_met, situation) => stand(situation, null),
};

/** Consent is asked for in the dialog: there MSAL can name our API's scope and the Graph scopes together. */
function askConsent(situation: Situation): Decision {
  const ask = consentAsk(situation);
  if (situation.tried.consented) return stand(situation, ask);
  return askNext(situation, ask, { consented: true });
}

function consentAsk({ sources, ask }: Situation): Ask {
  return { source: sources.at(-1) ?? ask.source, mode: 'interactive', consent: true };
}

function askNextSource(met: Met, situation: Situation): Decision {
  const { ask } = situation;
  if (met.code === 'nested_interaction_required' && ask.mode === 'silent') {
    return askNext(situation, { ...again(ask), mode: 'interactive' }, {});
  }
  const failed = [...situation.tried.failed, ask.source];
  const next = nextSource({ ...situation, tried: { ...situation.tried, failed } });
  if (!next) return stand(situation, { ...again(ask), mode: 'interactive' });
  return askNext(situation, askOf(next, ask), { failed });
}

/** The same request to another source. Nested app auth is silent first, unless the user has to see something. */
function askOf(source: SourceId, ask: Ask): Ask {
  const mode = source === 'nested' && !ask.consent && !ask.chooseAccount ? 'silent' : 'interactive';
  return { ...again(ask), source, mode };
}

/** The same request without what was only for once. */
function again(ask: Ask): Ask {
  const { fresh: _fresh, ...rest } = ask;
  return rest.source === 'dialog' ? { ...rest, mode: 'interactive' } : rest;
}

/** In order, from the one that failed; those before it come last, because they have usually failed earlier. */
function nextSource({ sources, ask, tried }: Situation): SourceId | undefined {
  const place = sources.indexOf(ask.source) + 1;
  const others = [...sources.slice(place), ...sources.slice(0, place)];
  return others.find((source) => source !== ask.source && !tried.failed.includes(source));
}

/** After a dialog or nested app auth ended without a token, Sign in opens it again; a problem of Office starts over. */
function resumeOf(met: Met, ask: Ask): Ask | null {
  const { origin } = problemRow(met.code);
  if (origin !== 'dialog' && origin !== 'nested') return null;
  return { ...again(ask), mode: 'interactive' };
}

function stand(situation: Situation, resume: Ask | null): Decision {
  return { step: { do: 'stand', resume }, tried: situation.tried };
}

function askNext(situation: Situation, ask: Ask, used: Partial<Tried>): Decision {
  const tried = { ...situation.tried, ...used, asks: situation.tried.asks + 1 };
  return { step: { do: 'ask', ask, afterSeconds: 0 }, tried };
}

/** No window without a click, and never more requests than the budget holds. */
function keepWithinLimits(decision: Decision, situation: Situation): Decision {
  const { step } = decision;
  if (step.do !== 'ask') return decision;
  const windowRefused = needsWindow(step.ask) && (situation.trigger === 'launch' || !situation.canOpenWindow);
  if (windowRefused || decision.tried.asks > MAX_ASKS) return stand(situation, step.ask);
  return decision;
}
