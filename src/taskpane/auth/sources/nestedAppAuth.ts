import type { PageSettings } from '../../../contract/pageSettings.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Ask } from '../ask.ts';
import { withTimeLimit } from '../timeLimit.ts';
import type { Token } from '../token.ts';
import { nestedProblem } from './nestedProblem.ts';
import type * as NestedModule from './nestedClient.ts';
import type { TokenSource } from './source.ts';

export interface NestedTimeLimits {
  /** Loading MSAL.js, which comes only when it is needed. */
  readonly loadMs: number;
  /** The host's bridge answers at once or never, and MSAL waits for ever (identity notes: no timer in its source). */
  readonly startMs: number;
  readonly silentMs: number;
  readonly interactiveMs: number;
}

const TIME_LIMITS: NestedTimeLimits = {
  loadMs: 15_000,
  startMs: 3_000,
  silentMs: 10_000,
  interactiveMs: 120_000,
};

/** The part of Office that this source needs. */
export interface OfficeRequirements {
  readonly context: { readonly requirements: { isSetSupported(name: string, version: string): boolean } };
}

export interface NestedAppAuthParts {
  readonly office: OfficeRequirements;
  readonly settings: PageSettings;
  readonly load?: () => Promise<Pick<typeof NestedModule, 'createNestedClient'>>;
  readonly timeLimits?: NestedTimeLimits;
}

/** Nested app authentication: Office brokers the sign-in for MSAL.js, without a window of ours. */
export function nestedAppAuth({
  office,
  settings,
  load = () => import(/* webpackChunkName: "nested-app-auth" */ './nestedClient.ts'),
  timeLimits = TIME_LIMITS,
}: NestedAppAuthParts): TokenSource {
  let client: NestedModule.NestedClient | undefined;
  /** MSAL quietly becomes a client of its own popups when the host has no bridge; that is not this source. */
  let gaveUp = false;

  async function start(signal: AbortSignal): Promise<NestedModule.NestedClient> {
    if (client) return client;
    const unloaded = () => new ProblemError('nested_failed', { detail: 'MSAL.js could not be loaded.' });
    const { createNestedClient } = await withTimeLimit(load(), timeLimits.loadMs, unloaded, signal);
    const silentBridge = () => new ProblemError('nested_timeout', { detail: 'The bridge did not answer.' });
    client = await withTimeLimit(createNestedClient(settings), timeLimits.startMs, silentBridge, signal);
    return client;
  }

  return {
    id: 'nested',
    available: () =>
      settings.nestedAppAuth && !gaveUp && office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
    async getToken(ask: Ask, signal: AbortSignal): Promise<Token> {
      try {
        const started = await start(signal);
        const ms = ask.mode === 'silent' ? timeLimits.silentMs : timeLimits.interactiveMs;
        const late = () => new ProblemError('nested_timeout', { detail: `No answer in ${ms} ms.` });
        return await withTimeLimit(started.getToken(ask), ms, late, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        const problem = nestedProblem(error);
        gaveUp ||= problem.code === 'nested_timeout' || problem.code === 'nested_unavailable';
        throw problem;
      }
    },
  };
}
