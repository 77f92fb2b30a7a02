import { problemRow, type ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { Api, CreateApi } from '../api/client.ts';
import {
  alternativeRequest,
  decide,
  firstRequest,
  noAttempts,
  type Decision,
  type Attempts,
} from './decide.ts';
import { needsWindow, type TokenRequest, type SourceId, type Trigger } from './tokenRequest.ts';
import type { TokenSource } from './sources/source.ts';
import { wait } from '../wait.ts';
import { isUsable, type Token } from './token.ts';

export type { Trigger } from './tokenRequest.ts';

export type TokenProgress =
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'dialog-open' }
  | { readonly kind: 'working' }
  | { readonly kind: 'waiting'; readonly seconds: number };

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TokenProgress) => void;
}

/** The one way to a token: runs jobs with it, and does what the catalogue says about every problem. */
export interface TokenManager {
  /**
   * Runs a job that needs a token, as often as the decision says: a job only reads, so that repeating it is safe.
   * A click handler calls it before it awaits anything, because a window may have to be opened.
   * @throws ProblemError when the user has to do something, AbortError when cancelled.
   */
  readonly run: <T>(trigger: Trigger, job: (call: Api) => Promise<T>, options?: RunOptions) => Promise<T>;
  /** Whether the user can go around this problem, which `run` has thrown, by another source of tokens. */
  readonly hasAlternative: (problem: ProblemError) => boolean;
  /** The next action of the user signs in through that source; the pane stays with it if it succeeds. */
  readonly chooseAlternative: (problem: ProblemError) => void;
  /** Forgets the token; the next action of the user signs in anew and lets them choose the account. */
  readonly signOut: () => void;
  /**
   * Whether the token in use belongs to another person than the one before it, without the user having asked for
   * another account: Office and the browser can know different people. Told once.
   */
  readonly takeAccountChange: () => boolean;
  /** The token comes from nested app auth or the dialog, so that signing out means something. */
  readonly canSignOut: boolean;
}

export interface TokenManagerParts {
  /** In the order in which they are tried. */
  readonly sources: readonly TokenSource[];
  readonly createApi: CreateApi;
  /** Whether the browser would let a window open now; asked when it matters. */
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
}: TokenManagerParts): TokenManager {
  let token: Token | undefined;
  /** Where the token in use came from. */
  let lastRequest: TokenRequest = { source: 'office', mode: 'silent' };
  /** The source that succeeded last: the pane stays with it. */
  let preferred: SourceId = 'office';
  /** What the next click on Sign in goes on with. */
  let resume: TokenRequest | null = null;
  /** Whose the last token was. */
  let owner: string | null = null;
  let accountChanged = false;
  /** By problem, because work in the background meets problems of its own. */
  const alternatives = new WeakMap<ProblemError, TokenRequest>();

  const available = () => sources.filter((source) => source.available());

  async function obtain(request: TokenRequest, signal: AbortSignal): Promise<void> {
    lastRequest = request;
    const source = sources.find(({ id }) => id === request.source);
    if (!source)
      throw new ProblemError('unexpected', { detail: `No source of tokens called ${request.source}.` });
    token = undefined;
    token = await source.getToken(request, signal);
    resume = null;
    preferred = request.source;
    accountChanged ||= owner !== null && token.owner !== null && owner !== token.owner;
    owner = token.owner ?? owner;
  }

  /** How a user action begins: null, when the token at hand will do. */
  function begin(trigger: Trigger): TokenRequest | null {
    const late = sources.map((source) => source.takePendingToken?.()).find((found) => found !== undefined);
    if (late) {
      token = late;
      resume = null;
    }
    if (trigger === 'action' && resume) return openable(resume);
    return token && isUsable(token, now()) ? null : openable(firstRequest(trigger, preferred));
  }

  /** A window that the browser would refuse now is not tried: the user is asked for a click instead. */
  function openable(request: TokenRequest): TokenRequest {
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
    const ids = available().map(({ id }) => id);
    const situation = {
      trigger,
      request: lastRequest,
      sources: ids,
      canOpenWindow: canOpenWindow(),
      attempts,
    };
    const other = alternativeRequest(failure, situation);
    if (other) alternatives.set(error, other);
    return decide(failure, situation);
  }

  async function run<T>(
    trigger: Trigger,
    job: (call: Api) => Promise<T>,
    { signal = new AbortController().signal, onProgress = () => undefined }: RunOptions = {},
  ): Promise<T> {
    let request = begin(trigger);
    let attempts: Attempts = { ...noAttempts, requests: request ? 1 : 0 };
    for (;;) {
      try {
        if (request) {
          onProgress({ kind: needsWindow(request) ? 'dialog-open' : 'signing-in' });
          await obtain(request, signal);
        }
        if (!token) throw new ProblemError('unexpected', { detail: 'A source gave no token.' });
        onProgress({ kind: 'working' });
        return await job(createApi(token, signal));
      } catch (error) {
        if (signal.aborted) throw error;
        const decision = nextStep(error, trigger, attempts);
        const { step } = decision;
        attempts = decision.attempts;
        if (step.do === 'stop') {
          resume = step.resume;
          // A token that the server refused is not tried again by the user's next click.
          // A request that is too large (431, request_invalid) is so because of its token.
          if (isProblem(error) && refusesToken(error.code)) token = undefined;
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
      const last = available().at(-1);
      if (last) resume = { source: last.id, mode: 'interactive', chooseAccount: true };
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

function refusesToken(code: ProblemCode): boolean {
  return problemRow(code).status === 401 || code === 'request_invalid';
}
