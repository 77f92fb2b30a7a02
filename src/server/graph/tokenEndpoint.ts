import type { Call } from '../call.ts';
import type { Config } from '../config.ts';
import { readJson, type HttpClient, type OutgoingRequest } from '../httpClient/httpClient.ts';
import { retryAfterSeconds } from '../httpClient/retryAfter.ts';
import { send, sendWithRetry } from '../httpClient/send.ts';
import { entraProblem, type ExchangeContext } from './entraProblem.ts';

const MAX_TOKEN_RESPONSE_BYTES = 128 * 1024;

export interface TokenResponse<T> {
  status: number;
  headers: Record<string, string>;
  /** Unvalidated JSON, typed as MSAL expects it. */
  body: T;
}

/** Sends requests to Entra ID's token endpoint, with time limits and retries, and maps error responses to problems. */
export class TokenEndpoint {
  readonly #client: HttpClient;
  readonly #config: Config;

  constructor(config: Config, client: HttpClient) {
    this.#config = config;
    this.#client = client;
  }

  /**
   * Exchanges a token. Retrying is safe: an exchange can be repeated with the same assertion.
   * @returns a response that contains a token
   * @throws ProblemError, or ClientDisconnected
   */
  async exchange<T>(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    call: Call,
    context: ExchangeContext,
  ): Promise<TokenResponse<T>> {
    const outgoing = {
      method: 'POST',
      url,
      headers,
      body,
      maxBytes: MAX_TOKEN_RESPONSE_BYTES,
      repeatable: true,
    } as const;
    const response = await sendWithRetry(this.#client, 'entra', outgoing, call, this.#client.limits.entraMs);
    const parsed = readJson(response.body);
    if (response.status === 200 && hasAccessToken(parsed))
      return { ...response, headers: { ...response.headers }, body: parsed as T };
    const retryAfter = retryAfterSeconds(response.headers['retry-after'], this.#client.clock());
    throw entraProblem({ status: response.status, retryAfter, body: parsed }, context, this.#config);
  }

  /** Sends any other request of MSAL, such as those to the endpoint of a managed identity. */
  async send<T>(outgoing: Omit<OutgoingRequest, 'maxBytes'>): Promise<TokenResponse<T>> {
    const never = new AbortController().signal;
    const limited = { ...outgoing, maxBytes: MAX_TOKEN_RESPONSE_BYTES };
    const response = await send(this.#client.dispatcher, limited, never, this.#client.limits.keysMs);
    return { ...response, headers: { ...response.headers }, body: (readJson(response.body) ?? {}) as T };
  }
}

/** Needed because MSAL accepts `{}` as a success with an empty token. Valid characters: RFC 6749 A.12. */
function hasAccessToken(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { access_token: token } = body as { access_token?: unknown };
  return typeof token === 'string' && /^[\x20-\x7e]+$/.test(token);
}
