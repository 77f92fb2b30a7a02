import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { keySetUrl, loadKeySet } from './auth/loadKeySet.ts';
import { SigningKeys } from './auth/signingKeys.ts';
import { TokenValidator } from './auth/tokenValidator.ts';
import { connectSharedTokens } from './options/redis/connectSharedTokens.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './options/preferences/database/connectDatabase.ts';
import { loadCredential } from './graph/credential.ts';
import { GraphClient } from './graph/graphClient.ts';
import { GraphTokens, type WatchLookups } from './graph/graphTokens.ts';
import { createExchange, createIdentityTokens } from './graph/onBehalfOf.ts';
import { TokenEndpoint } from './graph/tokenEndpoint.ts';
import type { Limits } from './limits.ts';
import type { Outbound } from './httpClient/outbound.ts';
import { PreferencesStore } from './options/preferences/preferencesStore.ts';
import type { Telemetry } from './telemetry.ts';
import { watchExchange } from './options/telemetry/watchedExchange.ts';

/** What stands behind the routes. */
export interface Services {
  readonly validator: TokenValidator;
  readonly keys: SigningKeys;
  readonly graph: GraphClient;
  readonly preferences: PreferencesStore;
  /** Ends the connections to Redis and to the database, as far as there are any. */
  close(): Promise<void>;
}

/** @throws ConfigError when the credential or CACHE_URL cannot be used */
export function createServices(
  config: Config,
  dispatcher: Dispatcher,
  limits: Limits,
  clock: () => number,
  random: () => number,
  logger: Logger,
  telemetry?: Telemetry,
): Services {
  const outbound: Outbound = { dispatcher, limits, clock, random, telemetry };
  const keys = new SigningKeys(keySetUrl(config), (url) => loadKeySet(url, outbound), clock, limits);
  const validator = new TokenValidator(config, keys, clock);
  const credential = loadCredential(config.credential, clock());
  const endpoint = new TokenEndpoint(config, outbound);
  const plain = createExchange(config, credential, endpoint);
  const identityTokens =
    credential.kind === 'managed-identity' ? createIdentityTokens(credential.clientId, endpoint) : undefined;
  const exchange = telemetry ? watchExchange(plain, telemetry) : plain;
  const shared = connectSharedTokens(config, { limits, clock, random, logger, identityTokens });
  const tokens = new GraphTokens(exchange, clock, limits, shared, watchLookups(telemetry));
  const graph = new GraphClient(config.graphEndpoint, tokens, outbound);
  const database = connectDatabase(config, { limits, clock, logger, identityTokens });
  const preferences = new PreferencesStore(database);
  const close = async () => void (await Promise.all([shared?.close(), database.close()]));
  return { validator, keys, graph, preferences, close };
}

function watchLookups(telemetry: Telemetry | undefined): WatchLookups | undefined {
  return telemetry && ((found) => telemetry.count('addin.token_cache.lookups', { found }));
}
