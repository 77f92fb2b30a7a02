import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { ProblemCode } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/tokenValidator.ts';
import { correlationOf } from './correlation.ts';
import { spanOf } from '../telemetry.ts';
import { redactTokens } from './logger.ts';
import { problemLogFields } from './problemLogFields.ts';
import { requestEnd } from './requestEnd.ts';

const MAX_PATH_CHARACTERS = 200;

/** Logs one line per request when it ends. Never the query, headers or body: they contain tokens and personal data. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    requestEnd(res).onEnd((completed) => {
      const problem = res.locals.problem as ProblemError | undefined;
      const fields = {
        method: req.method,
        path: redactTokens(req.path.slice(0, MAX_PATH_CHARACTERS)),
        status: completed ? res.statusCode : 499, // 499: the client disconnected before the response.
        ms: Math.round(performance.now() - start),
        correlationId: correlationOf(res),
        ...traceOf(res),
        ...userOf(res),
        ...(problem ? problemLogFields(problem) : {}),
      };
      logger[levelOf(problem)](fields, problem ? problem.message : 'request');
    });
    next();
  };
}

/** Stores the problem of a failed request for its log line. */
export function rememberProblem(res: Response, problem: ProblemError): void {
  res.locals.problem = problem;
}

/** Logged as errors: the server needs fixing. */
const ERRORS: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['internal_error', 'server_misconfigured']);
/** Logged as warnings: investigate if there are many. */
const WARNINGS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
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

/** All other problems are routine, such as expired tokens, consent and throttling. */
function levelOf(problem: ProblemError | undefined): 'info' | 'warn' | 'error' {
  if (!problem) return 'info';
  if (ERRORS.has(problem.code)) return 'error';
  return WARNINGS.has(problem.code) ? 'warn' : 'info';
}

function traceOf(res: Response): { traceId?: string } {
  const span = spanOf(res);
  return span ? { traceId: span.traceId } : {};
}

function userOf(res: Response): { user?: string } {
  const caller = res.locals.caller as Caller | undefined;
  return caller ? { user: caller.alias } : {};
}
