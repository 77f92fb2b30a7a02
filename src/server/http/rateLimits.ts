import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/caller.ts';
import { BoundedStore } from './boundedStore.ts';
import { clientAddress } from './clientAddress.ts';

const WINDOW_MS = 60_000;
/** A whole organization can stand behind one address. */
const PEOPLE_PER_ADDRESS = 10;
/** Of addresses, and of users; some 10 MB each. */
const MOST_CLIENTS = 50_000;

/** @param perMinute 0: no limit */
export function limitAddress(perMinute: number): RequestHandler {
  return limit(perMinute * PEOPLE_PER_ADDRESS, addressOf);
}

function addressOf(req: Request): string {
  const address = clientAddress(req.ip);
  return address === 'unknown' ? address : ipKeyGenerator(address);
}

/** The least that probes of one address may ask for: three times a second. */
const FEWEST_PROBES = 180;

/**
 * For the health checks, with a count of its own: a platform's probe passes while a client behind the same address is
 * refused everywhere else. @param perMinute 0: no limit
 */
export function limitProbes(perMinute: number): RequestHandler {
  if (perMinute === 0) return limit(0, addressOf);
  return limit(Math.max(perMinute * PEOPLE_PER_ADDRESS, FEWEST_PROBES), addressOf);
}

/** After authentication: one person who asks too often slows nobody else down. */
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
    store: new BoundedStore(MOST_CLIENTS),
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator,
    // The library's own checks warn on the console about proxies; `trust proxy` is set where there is one.
    validate: false,
    handler: (req, _res, next) => {
      const reset = (req as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime?.getTime();
      const seconds =
        reset === undefined ? WINDOW_MS / 1000 : Math.max(Math.ceil((reset - Date.now()) / 1000), 1);
      next(new ProblemError('throttled', { retryAfter: seconds }));
    },
  });
}
