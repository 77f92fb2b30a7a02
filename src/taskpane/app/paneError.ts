import { problemRow } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { Trigger } from '../auth/tokenManager.ts';
import type { PaneError, Work } from './state.ts';

export function paneError(
  problem: ProblemError,
  during: Work,
  { trigger, otherWay }: { readonly trigger: Trigger; readonly otherWay: boolean },
): PaneError {
  const { reaction, atLaunch } = problemRow(problem.code);
  return { problem, during, reaction: trigger === 'launch' ? (atLaunch ?? reaction) : reaction, otherWay };
}

export function asProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return new ProblemError('unexpected', { detail }, { cause: error });
}

/** Whether the network can be the cause, so that it is worth trying again once the browser is online. */
export function isAboutNetwork({ code }: ProblemError): boolean {
  const { origin, message } = problemRow(code);
  return origin === 'network' || message === 'offline';
}
