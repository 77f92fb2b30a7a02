import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { ProblemCode } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/caller.ts';
import { correlationOf } from './correlation.ts';
import { spanOf } from '../telemetry.ts';
import { scrub } from './logger.ts';
import { problemFacts } from './problemFacts.ts';
import { requestEnd } from './requestEnd.ts';

const MOST_PATH = 200;

/** One line per request, when it is over. No query, no header, no body: they hold tokens and personal data. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    requestEnd(res).onEnd((answered) => {
      const problem = res.locals.problem as ProblemError | undefined;
      const facts = {
        method: req.method,
        path: scrub(req.path.slice(0, MOST_PATH)),
        status: answered ? res.statusCode : 499, // 499: the client left before the answer.
        ms: Math.round(performance.now() - start),
        correlationId: correlationOf(res),
        ...traceOf(res),
        ...userOf(res),
        ...(problem ? problemFacts(problem) : {}),
      };
      logger[levelOf(problem)](facts, problem ? problem.message : 'request');
    });
    next();
  };
}

/** Remembers for the log why a request failed. */
export function rememberProblem(res: Response, problem: ProblemError): void {
  res.locals.problem = problem;
}

/** Somebody has to mend the server. */
const LOUD: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['internal_error', 'server_misconfigured']);
/** Worth a look when there are many. */
const NOTABLE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'scope_invalid',
  'audience_invalid',
  'entra_error',
  'graph_error',
  'entra_unavailable',
  'graph_unavailable',
  'entra_timeout',
  'graph_timeout',
  'preferences_unavailable',
]);

/** The rest is daily business: expired tokens, consent, throttling. */
function levelOf(problem: ProblemError | undefined): 'info' | 'warn' | 'error' {
  if (!problem) return 'info';
  if (LOUD.has(problem.code)) return 'error';
  return NOTABLE.has(problem.code) ? 'warn' : 'info';
}

function traceOf(res: Response): { traceId?: string } {
  const span = spanOf(res);
  return span ? { traceId: span.traceId } : {};
}

function userOf(res: Response): { user?: string } {
  const caller = res.locals.caller as Caller | undefined;
  return caller ? { user: caller.alias } : {};
}
