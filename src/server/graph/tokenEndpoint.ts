import type { Call } from '../call.ts';
import type { Config } from '../config.ts';
import { readJson } from '../httpClient/json.ts';
import { retryAfterSeconds } from '../httpClient/retryAfter.ts';
import type { Outgoing } from '../httpClient/exchange.ts';
import { send } from '../httpClient/send.ts';
import type { Outbound } from '../httpClient/outbound.ts';
import { sendWithRetry } from '../httpClient/sendWithRetry.ts';
import { entraProblem, type ExchangeContext } from './entraProblem.ts';

const MAX_TOKEN_ANSWER_BYTES = 128 * 1024;

export interface TokenAnswer<T> {
  status: number;
  headers: Record<string, string>;
  /** JSON that nobody has checked, in the type that MSAL asks for. */
  body: T;
}

/** The way to Entra ID's token endpoint, with time limits, repetitions and a judgement of every answer. */
export class TokenEndpoint {
  readonly #outbound: Outbound;
  readonly #config: Config;

  constructor(config: Config, outbound: Outbound) {
    this.#config = config;
    this.#outbound = outbound;
  }

  /**
   * An exchange may be repeated safely: nothing is used up by it.
   * @returns an answer that holds a token
   * @throws ProblemError, or CallerGone
   */
  async exchange<T>(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    call: Call,
    context: ExchangeContext,
  ): Promise<TokenAnswer<T>> {
    const outgoing = { method: 'POST', url, headers, body, maxBytes: MAX_TOKEN_ANSWER_BYTES } as const;
    const answer = await sendWithRetry(
      this.#outbound,
      'entra',
      outgoing,
      call,
      this.#outbound.limits.entraMs,
    );
    const parsed = readJson(answer.body);
    if (answer.status === 200 && holdsToken(parsed))
      return { ...answer, headers: { ...answer.headers }, body: parsed as T };
    const retryAfter = retryAfterSeconds(answer.headers['retry-after'], this.#outbound.clock());
    throw entraProblem({ status: answer.status, retryAfter, body: parsed }, context, this.#config);
  }

  /** Plain request without judgement, for what MSAL asks besides (a managed identity's endpoint). */
  async ask<T>(outgoing: Omit<Outgoing, 'maxBytes'>): Promise<TokenAnswer<T>> {
    const nobodyLeaves = new AbortController().signal;
    const limited = { ...outgoing, maxBytes: MAX_TOKEN_ANSWER_BYTES };
    const answer = await send(this.#outbound.dispatcher, limited, nobodyLeaves, this.#outbound.limits.keysMs);
    return { ...answer, headers: { ...answer.headers }, body: (readJson(answer.body) ?? {}) as T };
  }
}

/** MSAL takes `{}` for a success with an empty token. Which characters one can have: RFC 6749 A.12. */
function holdsToken(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { access_token: token } = body as { access_token?: unknown };
  return typeof token === 'string' && /^[\x20-\x7e]+$/.test(token);
}
