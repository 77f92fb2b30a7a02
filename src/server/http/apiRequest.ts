import type { Request, RequestHandler, Response } from 'express';
import { readBearer } from '../auth/bearer.ts';
import type { Caller } from '../auth/caller.ts';
import type { TokenValidator } from '../auth/tokenValidator.ts';
import { CallerGone, type Call } from '../call.ts';
import type { Limits } from '../limits.ts';
import { spanOf } from '../options/telemetry/requestTelemetry.ts';
import { correlationOf } from './correlation.ts';
import { requestEnd } from './requestEnd.ts';

/** Finds out who asks; everything after it can rely on `caller`. */
export function authenticate(validator: Pick<TokenValidator, 'validate'>): RequestHandler {
  return (req, res, next) => {
    validator.validate(readBearer(req.headers.authorization), spanOf(res)).then((caller) => {
      res.locals.caller = caller;
      next(requestEnd(res).gone ? new CallerGone() : undefined);
    }, next);
  };
}

/** Starts the clock of the request, and watches whether the client is still there. */
export function limitTime(clock: () => number, { requestMs }: Pick<Limits, 'requestMs'>): RequestHandler {
  return (_req, res, next) => {
    const gone = new AbortController();
    requestEnd(res).onEnd((answered) => {
      // Not after an answer: nothing listens then, and the error that comes with it costs a stack trace.
      if (!answered) gone.abort();
    });
    const call: Call = {
      correlationId: correlationOf(res),
      signal: gone.signal,
      deadline: clock() + requestMs,
      span: spanOf(res),
    };
    res.locals.call = call;
    next();
  };
}

export interface ApiRequest {
  readonly caller: Caller;
  readonly call: Call;
  readonly req: Request;
  readonly res: Response;
}

/** A route behind `limitTime` and `authenticate`. Its errors go to the one that writes them. */
export function apiRoute(answer: (request: ApiRequest) => Promise<void>): RequestHandler {
  return (req, res, next) => {
    const { caller, call } = res.locals as { caller: Caller; call: Call };
    answer({ caller, call, req, res }).catch(next);
  };
}
