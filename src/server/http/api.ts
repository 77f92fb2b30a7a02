import type { Express, Request, RequestHandler, Response } from 'express';
import { readBearer, type Caller, type TokenValidator } from '../auth/tokenValidator.ts';
import { ClientDisconnected, type Call } from '../call.ts';
import type { Limits } from '../limits.ts';
import { spanOf } from '../telemetry.ts';
import { correlationOf } from './correlation.ts';
import { jsonBody } from './jsonBody.ts';
import { requestEnd } from './requestEnd.ts';

export interface ApiRequest {
  readonly caller: Caller;
  readonly call: Call;
  readonly req: Request;
  readonly res: Response;
  /** Parsed JSON of a POST, PUT or PATCH, not validated. Undefined for other methods. */
  readonly body: unknown;
}

/** Handles a request of a signed-in user. Errors that it throws become problem details. */
export type ApiHandler = (request: ApiRequest) => Promise<void>;

export interface BodyOptions {
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
