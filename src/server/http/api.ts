import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Express, Request, RequestHandler, Response, ErrorRequestHandler } from 'express';
import { ProblemError, PROBLEM_MEDIA_TYPE, isProblem, type ProblemBody } from '../../contract/problem.ts';
import { readBearer, type Caller, type TokenValidator } from '../auth/tokenValidator.ts';
import { ClientDisconnected, type Call, spanOf } from '../call.ts';
import type { Limits } from '../limits.ts';
import { requestEnd } from './lifecycle.ts';
import { correlationOf, rememberProblem } from './logger.ts';
import { API_SCOPE } from '../../contract/api.ts';
import { problemRow } from '../../contract/catalogue.ts';
import { explain } from '../../contract/explanations.ts';

interface ApiRequest {
  readonly caller: Caller;
  readonly call: Call;
  readonly req: Request;
  readonly res: Response;
  /** Parsed JSON of a POST, PUT or PATCH, not validated. Undefined for other methods. */
  readonly body: unknown;
}

/** Handles a request of a signed-in user. Errors that it throws become problem details. */
type ApiHandler = (request: ApiRequest) => Promise<void>;

interface BodyOptions {
  /** Larger bodies get a 413 response. Default: 16 kB. */
  readonly maxBodyBytes?: number;
}

/** Mounts API routes. Every request has passed the time limit, token validation and the rate limits. */
export interface Api {
  get(path: string, handler: ApiHandler): void;
  delete(path: string, handler: ApiHandler): void;
  post(path: string, handler: ApiHandler, options?: BodyOptions): void;
  put(path: string, handler: ApiHandler, options?: BodyOptions): void;
  patch(path: string, handler: ApiHandler, options?: BodyOptions): void;
}

const MAX_BODY_BYTES = 16 * 1024;

/** @param guard runs before every route, in this order */
export function createApi(app: Express, guard: readonly RequestHandler[]): Api {
  const withoutBody = (method: 'get' | 'delete') => (path: string, handler: ApiHandler) =>
    void app[method](path, ...guard, route(handler));
  const withBody =
    (method: 'post' | 'put' | 'patch') =>
    (path: string, handler: ApiHandler, { maxBodyBytes = MAX_BODY_BYTES }: BodyOptions = {}) =>
      void app[method](path, ...guard, jsonBody(maxBodyBytes), route(handler));
  return {
    get: withoutBody('get'),
    delete: withoutBody('delete'),
    post: withBody('post'),
    put: withBody('put'),
    patch: withBody('patch'),
  };
}

function route(handler: ApiHandler): RequestHandler {
  return (req, res, next) => {
    const { caller, call } = res.locals as { caller: Caller; call: Call };
    handler({ caller, call, req, res, body: req.body as unknown }).catch(next);
  };
}

/** Validates the Bearer token and sets `caller`. */
export function authenticate(validator: Pick<TokenValidator, 'validate'>): RequestHandler {
  return (req, res, next) => {
    validator.validate(readBearer(req.headers.authorization), spanOf(res)).then((caller) => {
      res.locals.caller = caller;
      next(requestEnd(res).disconnected ? new ClientDisconnected() : undefined);
    }, next);
  };
}

/** Sets `call`: the deadline of the request, and a signal that aborts when the client disconnects. */
export function limitTime(clock: () => number, { requestMs }: Pick<Limits, 'requestMs'>): RequestHandler {
  return (_req, res, next) => {
    const disconnected = new AbortController();
    requestEnd(res).onEnd((completed) => {
      // Not after a complete response: nothing listens then, and abort() creates an error with a stack trace.
      if (!completed) disconnected.abort();
    });
    const call: Call = {
      correlationId: correlationOf(res),
      signal: disconnected.signal,
      deadline: clock() + requestMs,
      span: spanOf(res),
    };
    res.locals.call = call;
    next();
  };
}

type Decompress = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;
/** By Content-Encoding (RFC 9110 8.4.1). */
const encodings: Readonly<Record<string, Decompress>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  deflate: promisify<Buffer, ZlibOptions, Buffer>(inflate),
  br: promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress),
};

/**
 * Reads the JSON body of a request into `req.body`. Express's own parser ignores the body if the client has closed its
 * half of the connection.
 * @param maxBytes of the body, both compressed and decompressed
 */
function jsonBody(maxBytes: number): RequestHandler {
  return (req, res, next) => {
    readJson(req, maxBytes).then(
      (body) => {
        req.body = body;
        next();
      },
      (error: unknown) => {
        // Tells the client what it can send instead (RFC 9110 15.5.16, 12.5.3).
        if (error === wrongType) res.setHeader('Accept', 'application/json');
        if (error === wrongEncoding) res.setHeader('Accept-Encoding', Object.keys(encodings).join(', '));
        next(error);
      },
    );
  };
}

const refused = (status: number, detail: string) => new ProblemError('request_invalid', { status, detail });
const wrongType = refused(415, 'Send the body as application/json in UTF-8.');
const wrongEncoding = refused(415, 'The Content-Encoding of the body is not supported.');
const tooLarge = refused(413, 'The body is too large.');
const notJson = refused(400, 'The body is not JSON.');

/** @throws ProblemError with status 400, 413 or 415 */
async function readJson(req: Request, maxBytes: number): Promise<unknown> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = req.headers;
  if (req.is('application/json') === false || !isUtf8(req.headers['content-type'])) throw wrongType;
  const name = encoding.trim().toLowerCase();
  const decompress = Object.hasOwn(encodings, name) ? encodings[name] : undefined;
  if (!decompress) throw wrongEncoding;
  if (Number(length) > maxBytes) throw tooLarge;
  const compressed = await collect(req, maxBytes);
  try {
    const bytes = await decompress(compressed, { maxOutputLength: maxBytes });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : notJson;
  }
}

/** JSON is UTF-8 (RFC 8259 8.1); ASCII is a subset. */
function isUtf8(contentType = ''): boolean {
  const charset = contentType.split(/;[ \t]*charset=/i)[1];
  return charset === undefined || /^"?(utf-?8|us-ascii)"?[ \t]*(;|$)/i.test(charset);
}

async function collect(req: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      // Discard the rest instead of closing the connection, so that the client can read the response.
      req.off('data', onData).resume();
      reject(tooLarge);
    };
    req.on('data', onData);
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', reject);
  });
}

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
