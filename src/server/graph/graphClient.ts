import { isProblem, ProblemError } from '../../contract/problem.ts';
import { truncateText, wellFormed } from '../../contract/text.ts';
import type { Caller } from '../auth/tokenValidator.ts';
import { inSpan, type Call } from '../call.ts';
import {
  readJson,
  type HttpClient,
  type Method,
  type OutgoingRequest,
  type ServiceResponse,
  requestedWaitSeconds,
} from '../httpClient/httpClient.ts';
import { sendWithRetry } from '../httpClient/send.ts';
import { readClaimsChallenge } from './entraProblem.ts';
import {
  graphUpstreamError,
  graphProblem,
  rejectionOf,
  type ExplainFailure,
  type GraphErrorResponse,
  type Rejection,
} from './graphProblem.ts';
import type { GraphTokens } from './graphTokens.ts';

const MAX_RESPONSE_BYTES = 1024 * 1024;
const MAX_PROBE_BYTES = 64 * 1024;

export interface GraphRequest {
  /** The API request that this request belongs to: deadline, disconnect, correlation id, trace. */
  readonly call: Call;
  /** Default: GET. */
  readonly method?: Method;
  /** Path below GRAPH_ENDPOINT, such as `/v1.0/me`, with an optional encoded query. Encode ids with `encodeURIComponent`. */
  readonly path: string;
  /** Encoded and appended to the path; undefined members are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. Bytes are sent unchanged, with the content type from `headers`. */
  readonly body?: unknown;
  /** For example `Prefer` or `If-Match`. Authorization and client-request-id cannot be set. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A larger response fails with `graph_error`. Default: 1 MB. */
  readonly maxBytes?: number;
  /** Maps an error response to a problem where this request needs another one than the default. */
  readonly explain?: ExplainFailure;
  /** Name of the span in traces: one of a few values, without ids. Default: the method. */
  readonly name?: string;
}

/** A response with a status of 2xx. */
interface GraphResponse extends ServiceResponse {
  /** Returns the parsed body. @throws ProblemError graph_error when it is not JSON */
  json(): unknown;
}

/** Sends requests to Microsoft Graph on behalf of the user. Follows no redirects, so no other host gets the token. */
export class GraphClient {
  readonly #endpoint: string;
  readonly #tokens: Pick<GraphTokens, 'get' | 'drop'>;
  readonly #client: HttpClient;

  /** @param endpoint origin, such as https://graph.microsoft.com */
  constructor(endpoint: string, tokens: Pick<GraphTokens, 'get' | 'drop'>, client: HttpClient) {
    this.#endpoint = endpoint;
    this.#tokens = tokens;
    this.#client = client;
  }

  /**
   * Sends a request and returns the 2xx response. Retries where that is safe: see `retryWaitMs`.
   * @throws ProblemError, or ClientDisconnected when the client has disconnected
   */
  async request(caller: Caller, request: GraphRequest): Promise<GraphResponse> {
    const { call, method = 'GET', name = method, explain } = request;
    const outgoing = outgoingOf(this.#endpoint, request);
    return await inSpan(call.span, `graph ${name}`, async (span) => {
      const response = await this.#withToken(caller, span ? { ...call, span } : call, outgoing);
      if (response.status < 200 || response.status >= 300) {
        throw graphProblem(this.#errorResponse(response), explain);
      }
      return { ...response, json: () => jsonOf(response) };
    });
  }

  /**
   * Sends a request with a Graph token. If Graph rejects the token, exchanges once more, with Graph's challenge if there
   * is one; Entra ID then returns a suitable token or requires the user. Graph checks the token first, so a rejected
   * request has changed nothing.
   */
  async #withToken(caller: Caller, call: Call, request: OutgoingRequest): Promise<ServiceResponse> {
    const first = await this.#tokens.get(caller, call);
    const response = await this.#send(first, call, request);
    if (!rejectsToken(response)) return response;
    const rejection = rejectionOf(this.#errorResponse(response));
    // A new token would have the same audience.
    if (rejection.kind === 'audience')
      throw await this.#finalProblem(rejection, first, response, call, request);
    this.#tokens.drop(caller, first);
    const claims = rejection.kind === 'claims' ? rejection.claims : undefined;
    const second = await this.#tokens.get(caller, call, claims);
    const retried = await this.#send(second, call, request);
    if (!rejectsToken(retried)) return retried;
    const final = rejectionOf(this.#errorResponse(retried));
    const problem = await this.#finalProblem(final, second, retried, call, request);
    if (problem.code !== 'access_denied') this.#tokens.drop(caller, second);
    throw problem;
  }

  /**
   * Returns the problem of a 401 that a new token does not fix. Services behind Graph return 401 where they mean 403, as
   * OneDrive does to guests ("Role Claim does not exist"). If another resource accepts the token, it is valid, and asking
   * the user to sign in again would not help.
   */
  async #finalProblem(
    rejection: Rejection,
    token: string,
    response: ServiceResponse,
    call: Call,
    request: OutgoingRequest,
  ): Promise<ProblemError> {
    if (rejection.kind !== 'claims' && (await this.#acceptsElsewhere(token, call, request))) {
      const detail = 'Graph rejects the token for this resource, but accepts it for others.';
      return new ProblemError('access_denied', { detail }, { cause: graphUpstreamError(response.status) });
    }
    return rejectionProblem(rejection);
  }

  /** Returns whether another resource accepts the token; false if that can't be determined. */
  async #acceptsElsewhere(token: string, call: Call, { url }: OutgoingRequest): Promise<boolean> {
    const profile = `${this.#endpoint}/v1.0/me`;
    const other = url.split('?')[0] === profile ? `${profile}/drive` : profile;
    const probe = {
      method: 'GET',
      url: `${other}?$select=id`,
      headers: {},
      maxBytes: MAX_PROBE_BYTES,
    } as const;
    try {
      const response = await this.#send(token, call, probe);
      // 403 and 404 are about the resource: Graph checks the token first.
      return [200, 403, 404].includes(response.status) && !rejectsToken(response);
    } catch (error) {
      if (isProblem(error)) return false;
      throw error;
    }
  }

  async #send(token: string, call: Call, request: OutgoingRequest): Promise<ServiceResponse> {
    const headers = {
      ...request.headers,
      authorization: `Bearer ${token}`,
      'client-request-id': call.correlationId,
    };
    return await sendWithRetry(
      this.#client,
      'graph',
      { ...request, headers },
      call,
      this.#client.limits.graphMs,
    );
  }

  #errorResponse({ status, headers, body }: ServiceResponse): GraphErrorResponse {
    return {
      status,
      retryAfter: requestedWaitSeconds({ status, headers }, this.#client.clock()),
      authenticate: headers['www-authenticate'],
      requestId: headers['request-id'],
      body: readJson(body),
    };
  }
}

/** @throws TypeError for a path that could lead to another host, or a GET or HEAD request with a body */
function outgoingOf(
  endpoint: string,
  { method = 'GET', path, query = {}, body, headers = {}, maxBytes = MAX_RESPONSE_BYTES }: GraphRequest,
): OutgoingRequest {
  if (!/^\/(?:v1\.0|beta)\//.test(path)) throw new TypeError('The path must start with /v1.0/ or /beta/.');
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const outgoing = { method, url: endpoint + withQuery(path, query), headers: named, maxBytes };
  if (body === undefined) return outgoing;
  if (method === 'GET' || method === 'HEAD') throw new TypeError(`A ${method} request cannot have a body.`);
  if (body instanceof Uint8Array) return { ...outgoing, body };
  return {
    ...outgoing,
    headers: { 'content-type': 'application/json', ...named },
    body: JSON.stringify(body),
  };
}

/** Keeps the `$` of OData names, and encodes a space as `%20`, which every service behind Graph understands. */
function withQuery(path: string, query: NonNullable<GraphRequest['query']>): string {
  const parameters = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  if (parameters.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}

function jsonOf({ status, body }: ServiceResponse): unknown {
  const parsed = readJson(body);
  if (parsed !== undefined) return parsed;
  throw new ProblemError(
    'graph_error',
    { detail: "Graph's response is not JSON." },
    { cause: graphUpstreamError(status) },
  );
}

/** A claims challenge can also come with a 403 ("Microsoft Graph error responses and resource types"). */
function rejectsToken({ status, headers }: ServiceResponse): boolean {
  return status === 401 || (status === 403 && readClaimsChallenge(headers['www-authenticate']) !== undefined);
}

function rejectionProblem(rejection: Rejection): ProblemError {
  const cause = graphUpstreamError(401);
  switch (rejection.kind) {
    case 'claims':
      return new ProblemError('claims_challenge', { claims: rejection.claims }, { cause });
    case 'audience':
      return new ProblemError('audience_invalid', {}, { cause });
    case 'token':
      return new ProblemError('graph_token_rejected', {}, { cause });
  }
}

const MAX_TEXT_LENGTH = 400;

/**
 * Makes text from another system safe to display: replaces lone surrogates, removes control characters and the
 * bidirectional marks that can disguise a file name, and truncates to 400 UTF-16 units between graphemes. Returns null if
 * `value` is not a string, or nothing is left.
 */
export function sanitizeText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // \p{Cc} instead of the characters themselves, which the lint reports (no-control-regex).
  const clean = wellFormed(value).replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
  const cut = truncateText(clean.trim(), MAX_TEXT_LENGTH).trimEnd();
  return cut === '' ? null : cut;
}

/** Returns a URL that is safe in a user's document: https, without user name or password. Null for any other value. */
export function safeUrl(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
