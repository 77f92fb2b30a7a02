import { problemRow, type ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import { abortReason } from '../../contract/timeLimit.ts';
import type { Api, CreateApi } from '../api/client.ts';
import {
  alternativeRequest,
  decide,
  firstRequest,
  noAttempts,
  windowSource,
  type Attempts,
  type Decision,
} from './decide.ts';
import {
  isUsable,
  needsWindow,
  type SourceId,
  type Token,
  type TokenRequest,
  type TokenSource,
  type Trigger,
} from './token.ts';

export type TokenProgress =
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'dialog-open' }
  | { readonly kind: 'working' }
  | { readonly kind: 'waiting'; readonly seconds: number };

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TokenProgress) => void;
}

/** Gets tokens, runs jobs with them, and reacts to problems as the catalogue says. */
export interface TokenManager {
  /**
   * Runs a job with a token. May run it again, so a job must be safe to repeat. In a click handler, call it before
   * awaiting anything, because it may have to open a window.
   * @throws ProblemError when the user has to act; AbortError after a cancel
   */
  readonly run: <T>(trigger: Trigger, job: (call: Api) => Promise<T>, options?: RunOptions) => Promise<T>;
  /** Returns whether another token source can avoid this problem, which `run` has thrown. */
  readonly hasAlternative: (problem: ProblemError) => boolean;
  /** Makes the next action of the user sign in through that source. The pane keeps the source if it succeeds. */
  readonly chooseAlternative: (problem: ProblemError) => void;
  /** Discards the token. The next action of the user signs in again and lets them choose the account. */
  readonly signOut: () => void;
  /**
   * Returns, once, whether the token belongs to another account than the one before, although the user has not switched
   * accounts: Office and the browser can be signed in to different accounts.
   */
  readonly takeAccountChange: () => boolean;
  /** False while Office provides the token, because only Office can sign the user out then. */
  readonly canSignOut: boolean;
}

interface TokenManagerOptions {
  /** In the order in which to try them. */
  readonly sources: readonly TokenSource[];
  readonly createApi: CreateApi;
  /** Returns whether the browser allows a new window at this moment. */
  readonly canOpenWindow: () => boolean;
  readonly now?: () => number;
  readonly sleep?: (seconds: number, signal: AbortSignal) => Promise<void>;
}

export function createTokenManager({
  sources,
  createApi,
  canOpenWindow,
  now = Date.now,
  sleep = wait,
}: TokenManagerOptions): TokenManager {
  let token: Token | undefined;
  /** The request that gave the current token. */
  let lastRequest: TokenRequest = { source: sources[0]?.id ?? 'office', mode: 'silent' };
  /** The source that succeeded last, which is tried first. Before that: the first of the order. */
  let preferred: SourceId = lastRequest.source;
  /** The request that the next click on Sign in resumes. */
  let resume: TokenRequest | null = null;
  /** Owner of the last token. */
  let owner: string | null = null;
  let accountChanged = false;
  /** Keyed by problem, because background work has its own problems. */
  const alternatives = new WeakMap<ProblemError, TokenRequest>();

  const available = () => sources.filter((source) => source.available()).map(({ id }) => id);

  async function obtain(request: TokenRequest, signal: AbortSignal): Promise<void> {
    lastRequest = request;
    const source = sources.find(({ id }) => id === request.source);
    if (!source) throw new ProblemError('unexpected');
    token = undefined;
    token = await source.getToken(request, signal);
    resume = null;
    preferred = request.source;
    accountChanged ||= owner !== null && token.owner !== null && owner !== token.owner;
    owner = token.owner ?? owner;
  }

  /** Returns the first request of a user action; null: the current token is usable. */
  function initialRequest(trigger: Trigger): TokenRequest | null {
    const pending = sources.map((source) => source.takePendingToken?.()).find((found) => found !== undefined);
    if (pending) {
      token = pending;
      resume = null;
    }
    if (trigger === 'action' && resume) return unlessBlocked(resume);
    if (token && isUsable(token, now())) return null;
    const ids = available();
    const first = ids.includes(preferred) ? preferred : (ids[0] ?? preferred);
    return unlessBlocked(firstRequest(trigger, first));
  }

  /** Returns the request. If the browser would block its window, throws instead, so that the pane asks for a click. */
  function unlessBlocked(request: TokenRequest): TokenRequest {
    if (!needsWindow(request) || canOpenWindow()) return request;
    resume = request;
    throw new ProblemError('token_expired');
  }

  function nextStep(error: unknown, trigger: Trigger, attempts: Attempts): Decision {
    if (!isProblem(error)) throw error;
    const { code, facts } = error;
    const failure = {
      code,
      ...(facts.claims === undefined ? {} : { claims: facts.claims }),
      ...(facts.retryAfter === undefined ? {} : { retryAfter: facts.retryAfter }),
    };
    const situation = {
      trigger,
      request: lastRequest,
      sources: available(),
      canOpenWindow: canOpenWindow(),
      attempts,
    };
    const alternative = alternativeRequest(failure, situation);
    if (alternative) alternatives.set(error, alternative);
    return decide(failure, situation);
  }

  async function run<T>(
    trigger: Trigger,
    job: (call: Api) => Promise<T>,
    { signal = new AbortController().signal, onProgress = () => undefined }: RunOptions = {},
  ): Promise<T> {
    let request = initialRequest(trigger);
    let attempts: Attempts = { ...noAttempts, requests: request ? 1 : 0 };
    for (;;) {
      try {
        if (request) {
          onProgress({ kind: needsWindow(request) ? 'dialog-open' : 'signing-in' });
          await obtain(request, signal);
        }
        if (!token) throw new ProblemError('unexpected');
        onProgress({ kind: 'working' });
        return await job(createApi(token, signal));
      } catch (error) {
        if (signal.aborted) throw error;
        const decision = nextStep(error, trigger, attempts);
        const { step } = decision;
        attempts = decision.attempts;
        if (step.do === 'stop') {
          resume = step.resume;
          if (isProblem(error) && rejectsToken(error.code)) token = undefined;
          throw error;
        }
        if (step.afterSeconds > 0) {
          onProgress({ kind: 'waiting', seconds: step.afterSeconds });
          await sleep(step.afterSeconds, signal);
        }
        request = step.do === 'get-token' ? step.request : null;
      }
    }
  }

  return {
    run,
    hasAlternative: (problem) => alternatives.has(problem),
    chooseAlternative(problem) {
      resume = alternatives.get(problem) ?? resume;
    },
    signOut() {
      token = undefined;
      owner = null;
      const source = windowSource(available());
      if (source) resume = { source, mode: 'interactive', chooseAccount: true };
    },
    takeAccountChange() {
      const changed = accountChanged;
      accountChanged = false;
      return changed;
    },
    get canSignOut() {
      return preferred !== 'office';
    },
  };
}

/** `request_invalid`, because a request that is too large (431) is so because of its token. */
function rejectsToken(code: ProblemCode): boolean {
  return problemRow(code).status === 401 || code === 'request_invalid';
}

/** Resolves after `seconds`; rejects with the signal's reason when it is aborted. */
export function wait(seconds: number, signal: AbortSignal): Promise<void> {
  if (seconds <= 0 && !signal.aborted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, seconds * 1000);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
