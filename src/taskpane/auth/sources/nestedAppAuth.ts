import { isProblem, ProblemError } from '../../../contract/problem.ts';
import type { PageSettings } from '../../../contract/signIn.ts';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import type { OfficeAuthContext } from './frameClient.ts';
import type { Token, TokenRequest, TokenSource } from '../token.ts';
import type * as NestedModule from './nestedClient.ts';

interface NestedTimeLimits {
  /** Loading MSAL.js. */
  readonly loadMs: number;
  /** First response of the bridge: immediate or never, and MSAL.js has no time limit for it. */
  readonly startMs: number;
  /** The same if the host has to load its bridge first. */
  readonly hookMs: number;
  readonly silentMs: number;
  readonly interactiveMs: number;
  /** The user signs in in a window of the browser, which can take minutes. */
  readonly windowMs: number;
}

const TIME_LIMITS: NestedTimeLimits = {
  loadMs: 15_000,
  startMs: 3_000,
  hookMs: 10_000,
  silentMs: 10_000,
  interactiveMs: 120_000,
  windowMs: 600_000,
};

/** The part of Office that this source needs. */
interface NestedOffice extends OfficeAuthContext {
  readonly context: {
    readonly platform?: Office.PlatformType | `${Office.PlatformType}`;
    readonly requirements: { isSetSupported(name: string, version: string): boolean };
  };
}

interface NestedAppAuthOptions {
  readonly office: NestedOffice;
  readonly settings: PageSettings;
  readonly load?: () => Promise<Pick<typeof NestedModule, 'createNestedClient' | 'hostLoadsBridge'>>;
  readonly timeLimits?: NestedTimeLimits;
}

/** Nested app authentication: Office brokers the sign-in for MSAL.js, or on the web only names the account. */
export function nestedAppAuth({
  office,
  settings,
  load = () => import(/* webpackChunkName: "nested-app-auth" */ './nestedClient.ts'),
  timeLimits = TIME_LIMITS,
}: NestedAppAuthOptions): TokenSource {
  /** Shared by all callers, because the host's hook must not run twice. */
  let client: Promise<NestedModule.NestedClient> | undefined;
  let gaveUp = false;

  async function start(signal: AbortSignal): Promise<NestedModule.NestedClient> {
    const { createNestedClient, hostLoadsBridge } = await withTimeLimit(
      load(),
      timeLimits.loadMs,
      noResponse(timeLimits.loadMs),
      signal,
    );
    const limitMs = hostLoadsBridge() ? timeLimits.hookMs : timeLimits.startMs;
    const isWeb = office.context.platform === 'OfficeOnline';
    client ??= createNestedClient(settings, isWeb ? office : undefined);
    return withTimeLimit(client, limitMs, noResponse(limitMs), signal);
  }

  return {
    id: 'nested',
    available: () => !gaveUp && office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
    async getToken(request: TokenRequest, signal: AbortSignal): Promise<Token> {
      const ended = new AbortController();
      try {
        const started = await start(signal);
        const interactiveMs = started.kind === 'frame' ? timeLimits.windowMs : timeLimits.interactiveMs;
        const ms = request.mode === 'silent' ? timeLimits.silentMs : interactiveMs;
        return await withTimeLimit(started.getToken(request, ended.signal), ms, noResponse(ms), signal);
      } catch (error) {
        if (signal.aborted) throw error;
        const problem = isProblem(error) ? error : new ProblemError('nested_failed', {}, { cause: error });
        gaveUp ||= problem.code === 'nested_timeout' || problem.code === 'nested_unavailable';
        throw problem;
      } finally {
        ended.abort();
      }
    },
  };
}

const noResponse = (ms: number) => () =>
  new ProblemError('nested_timeout', { detail: `No response within ${ms} ms.` });
