import { setTimeout as pause } from 'node:timers/promises';
import { EnvHttpProxyAgent, fetch, type Response } from 'undici';
import { UserError } from '../userError.ts';
import type { Environment } from '../env/environment.ts';
import { GraphError, graphUserError } from './graphError.ts';

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below /v1.0, encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For messages, such as "create the registration". */
  readonly action: string;
  /** Statuses to resolve with undefined instead of an error. */
  readonly allow?: readonly number[];
  /** The object was just created, so Graph's replicas may still answer 404 or 400. */
  readonly justCreated?: boolean;
  /** Retry only if Graph reports that it did nothing. */
  readonly nonIdempotent?: boolean;
}

export interface GraphClient {
  /** Resolves with the parsed body; undefined if it is empty. @throws UserError */
  readonly send: (request: GraphRequest) => Promise<unknown>;
}

export interface GraphClientOptions {
  /** Origin, such as https://graph.microsoft.com. */
  readonly endpoint: string;
  /** @param renew true if Graph rejected the last token */
  readonly token: (renew: boolean) => Promise<string>;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Called before each wait, to explain it to the user. */
  readonly onWait?: (sentence: string) => void;
  /** HTTPS_PROXY and NO_PROXY, as az uses them. */
  readonly env?: Environment;
}

const TIME_LIMIT_MS = 30_000;
/** One minute in total, as Graph's documentation recommends for replication. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const MAX_WAIT_MS = 60_000;

type Outcome =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'error'; readonly error: GraphError; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** Returns a client for Graph v1.0 that retries where waiting helps, within a limit. */
export function graphClient(options: GraphClientOptions): GraphClient {
  const { endpoint, token, wait = pause, onWait, env = {} } = options;
  const dispatcher = proxyOf(endpoint, env);
  return {
    async send(request) {
      let renewed = false;
      for (let attempt = 0; ;) {
        const outcome = await attemptOnce(endpoint, await token(false), request, dispatcher);
        if (outcome.kind === 'answer') return outcome.value;
        if (outcome.kind === 'error' && outcome.error.status === 401 && !renewed) {
          renewed = true;
          await token(true);
          continue;
        }
        const next = PAUSES_MS[attempt];
        if (next === undefined || !isRetryable(outcome, request)) throw errorOf(outcome, request, endpoint);
        const asked = outcome.kind === 'error' ? outcome.retryAfterMs : undefined;
        const ms = Math.min(asked ?? next, MAX_WAIT_MS);
        onWait?.(`${reasonOf(outcome)}. Retrying in ${Math.ceil(ms / 1000)} s.`);
        await wait(ms);
        attempt += 1;
      }
    },
  };
}

/** Node's fetch ignores HTTPS_PROXY. The simulated Graph on loopback needs no proxy. */
function proxyOf(endpoint: string, env: Environment): EnvHttpProxyAgent | undefined {
  const httpsProxy = env['HTTPS_PROXY'] ?? env['https_proxy'];
  if (httpsProxy === undefined || !endpoint.startsWith('https:')) return undefined;
  return new EnvHttpProxyAgent({ httpsProxy, noProxy: env['NO_PROXY'] ?? env['no_proxy'] ?? '' });
}

async function attemptOnce(
  endpoint: string,
  token: string,
  request: GraphRequest,
  dispatcher: EnvHttpProxyAgent | undefined,
): Promise<Outcome> {
  const { method, path, body, headers, allow = [] } = request;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${endpoint}/v1.0${path}`, {
      method,
      redirect: 'error',
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      ...(dispatcher ? { dispatcher } : {}),
    });
    text = await response.text();
  } catch (cause) {
    return { kind: 'failed', cause };
  }
  const value = jsonOf(text);
  if (response.ok) {
    // A proxy's page instead of Graph's response.
    if (text !== '' && value === undefined) return { kind: 'failed', cause: 'The response is not JSON.' };
    return { kind: 'answer', value };
  }
  if (allow.includes(response.status)) return { kind: 'answer', value: undefined };
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return {
    kind: 'error',
    error: new GraphError(response.status, value),
    retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRetryable(
  outcome: Outcome,
  { justCreated = false, nonIdempotent = false }: GraphRequest,
): boolean {
  if (outcome.kind !== 'error') return !nonIdempotent;
  const { status, detail, message } = outcome.error;
  if (status === 429 || status === 503) return true;
  if (status >= 500) return !nonIdempotent;
  if (!justCreated) return false;
  // A lagging replica answers 404, or 400 for a service principal (Azure/ARO-HCP#6325).
  const unknownYet = /NoBackingApplicationObject|does not reference a valid|does not exist/iu;
  return status === 404 || (status === 400 && unknownYet.test(`${detail} ${message}`));
}

function reasonOf(outcome: Outcome): string {
  if (outcome.kind !== 'error') return 'Graph did not answer';
  const { status } = outcome.error;
  if (status === 429) return 'Graph is throttling requests';
  return status >= 500 ? 'Graph is busy' : 'Graph does not know the new object yet';
}

function errorOf(outcome: Outcome, { action }: GraphRequest, endpoint: string): Error {
  if (outcome.kind === 'error') return graphUserError(outcome.error, action);
  const cause = outcome.kind === 'failed' ? outcome.cause : undefined;
  return new UserError(
    `Graph (${endpoint}) cannot be reached, so the attempt to ${action} may or may not have succeeded. Check the network. ` +
      'Behind a proxy, set HTTPS_PROXY, and NODE_EXTRA_CA_CERTS if the proxy uses its own certificate. Run the command ' +
      'again to resume.',
    { cause },
  );
}
