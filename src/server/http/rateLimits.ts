import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/tokenValidator.ts';
import { BoundedStore } from './boundedStore.ts';
import { clientAddress } from './clientAddress.ts';

const WINDOW_MS = 60_000;
/** A whole organization can share one address. */
const USERS_PER_ADDRESS = 10;
/** Per limit; about 10 MB each. */
const MAX_CLIENTS = 50_000;

/** @param perMinute 0: no limit */
export function limitAddress(perMinute: number): RequestHandler {
  return limit(perMinute * USERS_PER_ADDRESS, addressOf);
}

function addressOf(req: Request): string {
  const address = clientAddress(req.ip);
  return address === 'unknown' ? address : ipKeyGenerator(address);
}

/** Minimum per minute and address for health checks: three per second. */
const MIN_PROBES = 180;

/**
 * Limits health checks with a separate count, so that a platform's probe passes while a client with the same address is
 * throttled elsewhere. @param perMinute 0: no limit
 */
export function limitProbes(perMinute: number): RequestHandler {
  if (perMinute === 0) return limit(0, addressOf);
  return limit(Math.max(perMinute * USERS_PER_ADDRESS, MIN_PROBES), addressOf);
}

/** Limits each user, after authentication. @param perMinute 0: no limit */
export function limitUser(perMinute: number): RequestHandler {
  return limit(perMinute, (_req, res) => {
    const { tid, oid } = res.locals.caller as Caller;
    return `${tid}/${oid}`;
  });
}

function limit(perMinute: number, keyGenerator: (req: Request, res: Response) => string): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => next();
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    store: new BoundedStore(MAX_CLIENTS),
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator,
    // The library's checks print warnings about proxies; `trust proxy` is set correctly here.
    validate: false,
    handler: (req, _res, next) => {
      const reset = (req as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime?.getTime();
      const seconds =
        reset === undefined ? WINDOW_MS / 1000 : Math.max(Math.ceil((reset - Date.now()) / 1000), 1);
      next(new ProblemError('throttled', { retryAfter: seconds }));
    },
  });
}
