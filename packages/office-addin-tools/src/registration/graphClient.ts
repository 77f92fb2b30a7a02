import { setTimeout as pause } from 'node:timers/promises';
import { EnvHttpProxyAgent, fetch, type Response } from 'undici';
import { UserError } from '../userError.ts';
import type { Environment } from '../env/environment.ts';
import { GraphError, graphUserError } from './graphError.ts';

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /v1.0, already encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For messages: "create the registration". */
  readonly doing: string;
  /** These statuses are an answer and not a fault; the answer is then undefined. */
  readonly allow?: readonly number[];
  /** The object was made a moment ago: Graph's replicas may not know it yet and answer 404, or 400. */
  readonly fresh?: boolean;
  /** A second time would do it twice: repeated only when Graph says that it did nothing. */
  readonly once?: boolean;
}

export interface GraphClient {
  /** Parsed answer, undefined for an empty one. @throws UserError */
  readonly send: (request: GraphRequest) => Promise<unknown>;
}

export interface GraphClientOptions {
  /** Origin, such as https://graph.microsoft.com. */
  readonly endpoint: string;
  /** @param renew the last one was refused */
  readonly token: (renew: boolean) => Promise<string>;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Told when it waits, so that a long wait has a reason on the screen. */
  readonly onWait?: (sentence: string) => void;
  /** HTTPS_PROXY and NO_PROXY, as az heeds them. */
  readonly env?: Environment;
}

const TIME_LIMIT_MS = 30_000;
/** Together about a minute: what Graph's documentation asks to allow for replication. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const LONGEST_WAIT_MS = 60_000;

type Outcome =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly refusal: GraphError; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'broken'; readonly cause: unknown };

/** Graph v1.0 by fetch: patient where waiting helps, and never without an end. */
export function graphClient(options: GraphClientOptions): GraphClient {
  const { endpoint, token, wait = pause, onWait, env = {} } = options;
  const dispatcher = proxyOf(endpoint, env);
  return {
    async send(request) {
      let renewed = false;
      for (let attempt = 0; ;) {
        const outcome = await attemptOnce(endpoint, await token(false), request, dispatcher);
        if (outcome.kind === 'answer') return outcome.value;
        if (outcome.kind === 'refused' && outcome.refusal.status === 401 && !renewed) {
          renewed = true;
          await token(true);
          continue;
        }
        const next = PAUSES_MS[attempt];
        if (next === undefined || !worthRepeating(outcome, request))
          throw problemOf(outcome, request, endpoint);
        const asked = outcome.kind === 'refused' ? outcome.retryAfterMs : undefined;
        const ms = Math.min(asked ?? next, LONGEST_WAIT_MS);
        onWait?.(`${reasonOf(outcome)}; trying again in ${Math.ceil(ms / 1000)} s`);
        await wait(ms);
        attempt += 1;
      }
    },
  };
}

/** Node's own fetch heeds no proxy. The imitation on loopback needs none. */
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
    return { kind: 'broken', cause };
  }
  const value = jsonOf(text);
  if (response.ok) {
    // A proxy's page instead of Graph's answer.
    if (text !== '' && value === undefined) return { kind: 'broken', cause: 'The answer is not JSON.' };
    return { kind: 'answer', value };
  }
  if (allow.includes(response.status)) return { kind: 'answer', value: undefined };
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return {
    kind: 'refused',
    refusal: new GraphError(response.status, value),
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

function worthRepeating(outcome: Outcome, { fresh = false, once = false }: GraphRequest): boolean {
  if (outcome.kind !== 'refused') return !once;
  const { status, detail, message } = outcome.refusal;
  if (status === 429 || status === 503) return true;
  if (status >= 500) return !once;
  if (!fresh) return false;
  // A replica that lags says 404, and for a service principal 400 (Azure/ARO-HCP#6325).
  const unknownYet = /NoBackingApplicationObject|does not reference a valid|does not exist/iu;
  return status === 404 || (status === 400 && unknownYet.test(`${detail} ${message}`));
}

function reasonOf(outcome: Outcome): string {
  if (outcome.kind !== 'refused') return 'No answer from Graph';
  const { status } = outcome.refusal;
  if (status === 429) return 'Graph asks to slow down';
  return status >= 500 ? 'Graph is busy' : 'Graph does not see the new object yet';
}

function problemOf(outcome: Outcome, { doing }: GraphRequest, endpoint: string): Error {
  if (outcome.kind === 'refused') return graphUserError(outcome.refusal, doing);
  const cause = outcome.kind === 'broken' ? outcome.cause : undefined;
  return new UserError(
    `Graph (${endpoint}) cannot be reached, so it is not known whether it did ${doing}. Check the network; ` +
      'behind a proxy set HTTPS_PROXY, and NODE_EXTRA_CA_CERTS if it has a certificate of its own. Run the command ' +
      'again: it goes on where this run ended.',
    { cause },
  );
}
