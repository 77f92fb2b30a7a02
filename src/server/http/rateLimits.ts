import { BlockList, isIP } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import {
  ipKeyGenerator,
  rateLimit,
  type ClientRateLimitInfo,
  type Options,
  type Store,
} from 'express-rate-limit';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/tokenValidator.ts';
import { readNetwork, type TrustedProxies } from '../config.ts';

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

interface Count {
  totalHits: number;
  resetTime: Date;
}

/**
 * Rate limit counters of the most recent clients. The library's own store keeps every address of the last two minutes,
 * and the owner of an IPv6 network has millions of addresses. An evicted client starts again at zero, so eviction can
 * only loosen the limit.
 */
export class BoundedStore implements Store {
  /** Counts are local to this instance: two limits that use the same key do not share a count. */
  readonly localKeys = true;
  readonly #counts: LRUCache<string, Count>;
  readonly #clock: () => number;
  #windowMs = 60_000;

  /** @param maxClients about 250 bytes each */
  constructor(maxClients: number, clock: () => number = Date.now) {
    // Grows with its entries. `max` would allocate all of them at the start.
    this.#counts = new LRUCache({ maxSize: maxClients, sizeCalculation: () => 1 });
    this.#clock = clock;
  }

  get size(): number {
    return this.#counts.size;
  }

  init({ windowMs }: Pick<Options, 'windowMs'>): void {
    this.#windowMs = windowMs;
  }

  get(key: string): ClientRateLimitInfo | undefined {
    const count = this.#counts.peek(key);
    return count && count.resetTime.getTime() > this.#clock() ? count : undefined;
  }

  increment(key: string): ClientRateLimitInfo {
    const known = this.#counts.get(key);
    const now = this.#clock();
    if (known && known.resetTime.getTime() > now) {
      known.totalHits += 1;
      return known;
    }
    const count = { totalHits: 1, resetTime: new Date(now + this.#windowMs) };
    this.#counts.set(key, count);
    return count;
  }

  decrement(key: string): void {
    const count = this.#counts.peek(key);
    if (count && count.totalHits > 0) count.totalHits -= 1;
  }

  resetKey(key: string): void {
    this.#counts.delete(key);
  }
}

/** The zone of a link-local address, as in `fe80::1%eth0`. */
const ZONE = /%.*$/s;
/** An IPv4-mapped IPv6 address, as dual-stack sockets report it. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * Returns the client's IP address without port, brackets and zone; IPv4-mapped addresses as IPv4. App Service and
 * Application Gateway write `ip:port` into X-Forwarded-For, so each connection would count as a separate client.
 * @param ip Express's `req.ip`
 * @returns `unknown` if `ip` is not an address
 */
export function clientAddress(ip: string | undefined): string {
  if (ip === undefined) return 'unknown';
  const trimmed = ip.trim();
  const plain = isIP(trimmed) === 0 ? withoutPort(trimmed) : trimmed;
  return isIP(plain) === 0 ? 'unknown' : plain.replace(ZONE, '').replace(MAPPED, '');
}

function withoutPort(address: string): string {
  const bracketed = /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1];
  return bracketed ?? address.replace(/:\d+$/, '');
}

/** Returns the value for Express's `trust proxy`. A function, because Express does not match addresses with ports. */
export function trustProxies(proxies: TrustedProxies): number | ((address: string) => boolean) {
  if (typeof proxies === 'number') return proxies;
  const networks = new BlockList();
  for (const network of proxies) {
    const { address, prefix, family } = readNetwork(network) ?? {};
    if (address !== undefined && prefix !== undefined) networks.addSubnet(address, prefix, family);
  }
  return (address) => {
    const plain = clientAddress(address);
    return plain !== 'unknown' && networks.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}
