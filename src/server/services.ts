import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { keySetUrl, loadKeySet, SigningKeys } from './auth/signingKeys.ts';
import { TokenValidator } from './auth/tokenValidator.ts';
import type { ServerConfig } from './config.ts';
import { loadCredential } from './graph/credential.ts';
import { GraphClient } from './graph/graphClient.ts';
import { GraphTokens } from './graph/graphTokens.ts';
import { createExchange, createIdentityTokens, TokenEndpoint } from './graph/onBehalfOf.ts';
import type { HttpClient } from './httpClient/httpClient.ts';
import type { Limits } from './limits.ts';
import type { OptionParts } from './option.ts';
import { connectOptions } from './optionHooks.ts';
import type { Telemetry } from './telemetry.ts';

/** What the routes need. */
export interface Services {
  readonly validator: TokenValidator;
  readonly keys: SigningKeys;
  readonly graph: GraphClient;
  readonly options: readonly OptionParts[];
}

export interface ServiceDeps {
  readonly dispatcher: Dispatcher;
  readonly limits: Limits;
  readonly clock: () => number;
  readonly random: () => number;
  readonly logger: Logger;
  readonly telemetry: Telemetry | undefined;
}

/** @throws ConfigError if the credential or an option's setting is not usable */
export function createServices(config: ServerConfig, deps: ServiceDeps): Services {
  const { limits, clock, random, logger, telemetry } = deps;
  const client: HttpClient = deps;
  const keys = new SigningKeys(keySetUrl(config), (url) => loadKeySet(url, client), clock, limits);
  const validator = new TokenValidator(config, keys, clock);
  const credential = loadCredential(config.credential, clock());
  const endpoint = new TokenEndpoint(config, client);
  const identityTokens =
    credential.kind === 'managed-identity' ? createIdentityTokens(credential.clientId, endpoint) : undefined;
  const options = connectOptions(config.options, { config, limits, clock, random, logger, identityTokens });
  const secondLevel = options.find((option) => option.secondLevel)?.secondLevel;
  const exchange = createExchange(config, credential, endpoint);
  const tokens = new GraphTokens(exchange, clock, limits, secondLevel, telemetry);
  return { validator, keys, graph: new GraphClient(config.graphEndpoint, tokens, client), options };
}
