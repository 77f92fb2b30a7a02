import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { API_SCOPE } from '../../contract/api.ts';
import { problemRow } from '../../contract/catalogue.ts';
import { explain } from '../../contract/explanations.ts';
import { PROBLEM_MEDIA_TYPE, ProblemError, isProblem, type ProblemBody } from '../../contract/problem.ts';
import { ClientDisconnected } from '../call.ts';
import { requestEnd } from './lifecycle.ts';
import { correlationOf, rememberProblem } from './logger.ts';

interface ProblemResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;
}

/** Converts a problem to an HTTP response: RFC 9457 body, Retry-After, and WWW-Authenticate for 401 and 403. Pure. */
export function problemResponse(
  problem: ProblemError,
  correlationId: string,
  origin: string,
): ProblemResponse {
  const { code, facts } = problem;
  const status = facts.status ?? problemRow(code).status ?? 500;
  const { title } = explain(code);
  const authenticate = challengeOf(problem);
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' };
  if (authenticate !== undefined) headers['WWW-Authenticate'] = authenticate;
  if (facts.retryAfter !== undefined) headers['Retry-After'] = String(facts.retryAfter);
  const body = { type: `${origin}/errors#${code}`, title, status, code, ...facts, correlationId };
  return { status, headers, body };
}

/**
 * Returns the WWW-Authenticate challenge of a 401 or 403 (RFC 6750 3): without an error code if the request had no
 * token, `invalid_token` for an invalid token, `insufficient_scope` for a valid one without permission, and Microsoft's
 * `insufficient_claims` with the claims in base64. The description is the title of the explanation, which contains no
 * data of the request.
 */
function challengeOf({ code, facts }: ProblemError): string | undefined {
  const { status, origin } = problemRow(code);
  if (origin !== 'server' || (status !== 401 && status !== 403)) return undefined;
  if (code === 'token_missing') return 'Bearer realm="api"';
  const challenge = (error: string) =>
    `Bearer realm="api", error="${error}", error_description="${quotable(explain(code).title)}"`;
  if (code === 'claims_challenge') {
    const claims = Buffer.from(facts.claims ?? '', 'utf8').toString('base64');
    return `${challenge('insufficient_claims')}, claims="${claims}"`;
  }
  if (code === 'scope_missing') return `${challenge('insufficient_scope')}, scope="${API_SCOPE}"`;
  return challenge(status === 401 ? 'invalid_token' : 'insufficient_scope');
}

/** Removes characters that RFC 6750 3 forbids in a description: quotation marks, backslashes and non-ASCII. */
const quotable = (text: string) => text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');

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
const acceptsHtml = ({ headers }: IncomingMessage) => headers.accept?.includes('text/html') === true;

/**
 * Sends an empty page that reloads automatically after a second, when another server can respond. Without it, a pane
 * opened during a restart would keep showing JSON.
 */
function sendReloadingPage(res: ServerResponse): void {
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Refresh', '1');
  res.end('<!doctype html><title>…</title>');
}

/** Handles every request that matches no route. */
export const notFound: RequestHandler = (req, _res, next) => {
  next(new ProblemError('not_found', { detail: `No route matches this ${req.method} request.` }));
};

/**
 * Converts any error to a problem. Express and `send` mark client errors (a malformed URL, an unsatisfiable range) with
 * a 4xx status; any other unexpected error is a bug and becomes `internal_error`.
 */
export function asProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const status = statusOf(error);
  if (status === 404) return new ProblemError('not_found', {}, { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    return new ProblemError('request_invalid', {}, { cause: error });
  }
  return new ProblemError('internal_error', {}, { cause: error });
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}
