import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { routes } from '../contract/api.ts';
import { keySetUrl, loadKeySet, SigningKeys } from './auth/signingKeys.ts';
import { TokenValidator } from './auth/tokenValidator.ts';
import type { Feature } from './feature.ts';
import { files } from './features/files/index.ts';
import { profile } from './features/profile/index.ts';
import { loadCredential, createExchange, createIdentityTokens, TokenEndpoint } from './graph/onBehalfOf.ts';
import { GraphClient } from './graph/graphClient.ts';
import { GraphTokens } from './graph/graphTokens.ts';
import { authenticate, createApi, limitTime, notFound, errorHandler } from './http/api.ts';
import { trustProxies, limitAddress, limitProbes, limitUser } from './http/rateLimits.ts';
import { Lifecycle, stopIfDisconnected, healthz, readyz, warmUp } from './http/lifecycle.ts';
import { correlation, createLogger, shallowRedaction, requestLog } from './http/logger.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { createDispatcher, type HttpClient } from './httpClient/httpClient.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { OptionParts } from './option.ts';
import { optionLimits, connectOptions, type OptionLimits } from './optionHooks.ts';
import { mountPages } from './pages/index.ts';
import type { ServerConfig } from './serverConfig.ts';
import type { Telemetry } from './call.ts';

/** The features of the API. Their routes are mounted in this order. */
const features: readonly Feature[] = [
  // GET /api/me and its photo.
  profile,
  // The example feature.
  files,
];

/** Dependencies that tests replace. */
export interface AppDeps {
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** 0 to 1. */
  readonly random?: () => number;
  /** Connection pool for Entra ID and Graph. */
  readonly dispatcher?: Dispatcher;
  readonly logger?: Logger;
  readonly limits?: Partial<Limits & OptionLimits>;
  /** Closed with the application. */
  readonly telemetry?: Telemetry | undefined;
}

export interface App {
  /** For `http.createServer` or `https.createServer`. */
  readonly handler: Express;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  readonly limits: Limits;
  readonly keys: Services['keys'];
  /** Closes the connections to Entra ID, Graph, and those of the options. */
  close(): Promise<void>;
}

/** Creates the whole server except its socket. @throws ConfigError if the credential or an option's setting is not usable */
export function createApp(config: ServerConfig, deps: AppDeps = {}): App {
  const clock = deps.clock ?? Date.now;
  const limits = { ...defaultLimits, ...optionLimits, ...deps.limits };
  const logger = deps.logger ?? createLogger(config);
  const dispatcher = deps.dispatcher ?? createDispatcher(limits);
  const lifecycle = new Lifecycle();
  const { random = Math.random, telemetry } = deps;
  const services = createServices(config, { dispatcher, limits, clock, random, telemetry }, logger);
  telemetry?.watch(() => lifecycle.inFlight);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  // Trust only the X-Forwarded-For entries of the configured proxies: clients can forge the others.
  app.set('trust proxy', trustProxies(config.trustedProxies));

  app.use(correlation, securityHeaders(config));
  const common = [
    ...(telemetry ? [telemetry.trackRequests(config.addinOrigin)] : []),
    requestLog(shallowRedaction(logger)),
    lifecycle.track,
    stopIfDisconnected,
    limitAddress(config.rateLimit),
  ];
  const guard = [
    ...common,
    limitTime(clock, limits),
    authenticate(services.validator),
    limitUser(config.rateLimit),
  ];
  // API routes come first, because Express tries every route before a request's own.
  const api = createApi(app, guard);
  for (const feature of features) feature.routes(api, { graph: services.graph, logger, clock });
  for (const option of services.options) option.routes?.(api);
  const probes = limitProbes(config.rateLimit);
  app.get(routes.healthz, probes, healthz);
  app.get(routes.readyz, probes, readyz(lifecycle));
  app.get('/robots933456.txt', probes, warmUp);
  app.use(...common);
  for (const option of services.options) option.pages?.(app);
  mountPages(app, config);
  app.use(notFound);
  app.use(errorHandler(config.addinOrigin));
  const close = async () => {
    // A dispatcher that was passed in is closed by its owner.
    const own = deps.dispatcher ? undefined : dispatcher;
    const parts = services.options.map((option) => option.close?.());
    await Promise.all([own?.close(), ...parts, telemetry?.close()]);
  };
  return { handler: app, lifecycle, logger, limits, keys: services.keys, close };
}

/** What the routes need. */
interface Services {
  readonly validator: TokenValidator;
  readonly keys: SigningKeys;
  readonly graph: GraphClient;
  readonly options: readonly OptionParts[];
}

/** @throws ConfigError if the credential or an option's setting is not usable */
function createServices(config: ServerConfig, client: HttpClient, logger: Logger): Services {
  const { limits, clock, random, telemetry } = client;
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
