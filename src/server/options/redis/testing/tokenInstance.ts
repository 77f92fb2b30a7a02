import { createHash, randomBytes } from 'node:crypto';
import type { Caller } from '../../../auth/tokenValidator.ts';
import type { Call } from '../../../call.ts';
import { redis, connectTokenCache } from '../index.ts';
import type { RedisLimits } from '../redisCircuitBreaker.ts';
import type { RedisTokenCache } from '../redisTokenCache.ts';
import { GraphTokens } from '../../../graph/graphTokens.ts';
import type { ExchangeRequest, GraphToken, IdentityTokens } from '../../../graph/onBehalfOf.ts';
import { CLIENT_ID, TENANT } from '../../../../../tests/server/stubService.ts';
import { collectLog, type LogLines, shortLimits } from '../../../../../tests/server/testServer.ts';

/** The token cache of one server instance, with both levels and a function in place of Entra ID. */
export interface TokenInstance {
  readonly tokens: GraphTokens;
  readonly shared: RedisTokenCache;
  readonly log: LogLines;
  /** Exchanges at Entra ID so far. */
  readonly exchanges: ExchangeRequest[];
  /** Gets a token as a request would. */
  get(caller: Caller, claims?: string): Promise<string>;
}

export interface InstanceOptions {
  readonly url: string;
  readonly keys: readonly Buffer[];
  readonly exchange?: (ask: ExchangeRequest) => GraphToken | Promise<GraphToken>;
  readonly limits?: Partial<RedisLimits>;
  readonly clock?: () => number;
  readonly scopes?: readonly string[];
  /** Signs in to Redis with these identity tokens instead of the password in the URL. */
  readonly identityTokens?: IdentityTokens;
}

/** Short waits between attempts. The command timeout is long, because other tests keep the processors busy. */
const quick: RedisLimits = {
  ...redis.limits,
  redisMs: 5_000,
  redisConnectMs: 5_000,
  redisRetryMs: 10,
  redisRetryMostMs: 50,
};

export function startTokenInstance({
  url,
  keys,
  exchange = tokenFor,
  limits = {},
  clock = Date.now,
  scopes = ['User.Read'],
  identityTokens,
}: InstanceOptions): TokenInstance {
  const log = collectLog();
  const exchanges: ExchangeRequest[] = [];
  const settings = { url, managedIdentity: identityTokens !== undefined, keys };
  const context = {
    config: { clientId: CLIENT_ID, scopes },
    limits: { ...quick, ...limits },
    clock,
    random: () => 0.5,
    logger: log.logger,
    identityTokens,
  };
  const shared = connectTokenCache(settings, context);
  const ask = async (one: ExchangeRequest) => {
    exchanges.push(one);
    return await exchange(one);
  };
  const tokens = new GraphTokens(ask, clock, shortLimits, shared);
  return {
    tokens,
    shared,
    log,
    exchanges,
    get: (caller, claims) => tokens.get(caller, newCall(clock()), claims),
  };
}

/** Returns a new token of realistic size that names its assertion. */
export function tokenFor({ assertion }: ExchangeRequest): GraphToken {
  const padding = randomBytes(1_200).toString('base64url');
  return { accessToken: `graph token for ${assertion} ${padding}`, expiresAt: Date.now() + 3_600_000 };
}

let users = 0;
export function newCaller(expiresAt = Date.now() + 3_600_000): Caller {
  users += 1;
  const token = `assertion-of-user-${users}-${randomBytes(8).toString('hex')}`;
  const oid = `cccccccc-0000-4000-8000-${String(users).padStart(12, '0')}`;
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  return { oid, tid: TENANT, alias: 'caller', token, tokenHash, expiresAt };
}

function newCall(now: number): Call {
  const correlationId = '11111111-2222-4333-8444-555555555555';
  return { correlationId, signal: new AbortController().signal, deadline: now + 3_000 };
}
