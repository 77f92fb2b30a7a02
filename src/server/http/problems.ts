import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import { CallerGone } from '../call.ts';
import { asProblem } from './asProblem.ts';
import { correlationOf } from './correlation.ts';
import { problemResponse } from './problemResponse.ts';
import { requestEnd } from './requestEnd.ts';
import { rememberProblem } from './requestLog.ts';

/** The one place that writes an error. @param origin of the add-in, for the `type` of RFC 9457 */
export function problems(origin: string): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    if (error instanceof CallerGone || res.destroyed || requestEnd(res).gone) return;
    const problem = asProblem(error);
    rememberProblem(res, problem);
    if (res.headersSent) {
      res.destroy(); // Too late for an answer; a cut one must not look whole.
      return;
    }
    const { status, headers, body } = problemResponse(problem, correlationOf(res), origin);
    res.status(status);
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    if (problem.code === 'shutting_down' && isPage(req)) {
      sendLater(res);
      return;
    }
    res.end(JSON.stringify(body));
  };
}

/** Asked by a browser for a tab or a frame. */
export const isPage = ({ headers }: IncomingMessage) => headers.accept?.includes('text/html') === true;

/**
 * In place of a page: one without words that comes again by itself, when another server answers. Otherwise a pane that is
 * opened while the server restarts would show a line of JSON for good.
 */
export function sendLater(res: ServerResponse): void {
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Refresh', '1');
  res.end('<!doctype html><title>…</title>');
}

/** For every address and method that nothing else answers. */
export const notFound: RequestHandler = (req, _res, next) => {
  next(new ProblemError('not_found', { detail: `Nothing answers ${req.method} here.` }));
};
