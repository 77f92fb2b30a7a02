import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import { ClientDisconnected } from '../call.ts';
import { asProblem } from './asProblem.ts';
import { correlationOf } from './correlation.ts';
import { problemResponse } from './problemResponse.ts';
import { requestEnd } from './requestEnd.ts';
import { rememberProblem } from './requestLog.ts';

/** Writes every error response. @param origin of the add-in, for the RFC 9457 `type` */
export function errorHandler(origin: string): ErrorRequestHandler {
  // Express recognizes an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    if (error instanceof ClientDisconnected || res.destroyed || requestEnd(res).disconnected) return;
    const problem = asProblem(error);
    rememberProblem(res, problem);
    if (res.headersSent) {
      res.destroy(); // Too late for an error response: close, so that the partial response does not look complete.
      return;
    }
    const { status, headers, body } = problemResponse(problem, correlationOf(res), origin);
    res.status(status);
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    if (problem.code === 'shutting_down' && acceptsHtml(req)) {
      sendReloadingPage(res);
      return;
    }
    res.end(JSON.stringify(body));
  };
}

/** Returns whether the request is a browser navigation. */
export const acceptsHtml = ({ headers }: IncomingMessage) => headers.accept?.includes('text/html') === true;

/**
 * Sends an empty page that reloads automatically after a second, when another server can respond. Without it, a pane
 * opened during a restart would keep showing JSON.
 */
export function sendReloadingPage(res: ServerResponse): void {
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Refresh', '1');
  res.end('<!doctype html><title>…</title>');
}

/** Handles every request that matches no route. */
export const notFound: RequestHandler = (req, _res, next) => {
  next(new ProblemError('not_found', { detail: `No route matches this ${req.method} request.` }));
};
