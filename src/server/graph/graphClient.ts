import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/caller.ts';
import type { Call } from '../call.ts';
import { readJson } from '../httpClient/json.ts';
import { waitAsked } from '../httpClient/retryAfter.ts';
import type { Answer } from '../httpClient/exchange.ts';
import type { Outbound } from '../httpClient/outbound.ts';
import { sendWithRetry } from '../httpClient/sendWithRetry.ts';
import { inSpan } from '../inSpan.ts';
import { readClaimsChallenge } from './claims.ts';
import {
  graphAnswer,
  graphProblem,
  rejectionOf,
  type GraphQuestion,
  type GraphRefusal,
  type Rejection,
} from './graphProblem.ts';
import type { GraphTokens } from './graphTokens.ts';

const MAX_PROBE_BYTES = 64 * 1024;

export interface GraphRequest extends GraphQuestion {
  /** Path and query below GRAPH_ENDPOINT, such as /v1.0/me. */
  readonly path: string;
  readonly maxBytes: number;
}

/** Reads from Microsoft Graph as the user. Redirects are not followed, and no other host is ever asked. */
export class GraphClient {
  readonly #endpoint: string;
  readonly #tokens: Pick<GraphTokens, 'get' | 'drop'>;
  readonly #outbound: Outbound;

  /** @param endpoint origin, such as https://graph.microsoft.com */
  constructor(endpoint: string, tokens: Pick<GraphTokens, 'get' | 'drop'>, outbound: Outbound) {
    this.#endpoint = endpoint;
    this.#tokens = tokens;
    this.#outbound = outbound;
  }

  /**
   * @returns an answer with status 2xx
   * @throws ProblemError, or CallerGone
   */
  async get(caller: Caller, call: Call, request: GraphRequest): Promise<Answer> {
    return await inSpan(call.span, `graph ${request.about}`, async (span) => {
      const answer = await this.#ask(caller, span ? { ...call, span } : call, request);
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw graphProblem(this.#refusal(answer), request);
    });
  }

  /** As `get`, for JSON. */
  async getJson(caller: Caller, call: Call, request: GraphRequest): Promise<unknown> {
    const { status, body } = await this.get(caller, call, request);
    const parsed = readJson(body);
    if (parsed !== undefined) return parsed;
    throw new ProblemError('graph_error', { detail: 'No JSON.' }, { cause: graphAnswer(status) });
  }

  /**
   * A token that Graph refuses is exchanged anew, once: with Graph's challenge when it has one. Entra ID then
   * either gives a token that fits, or asks for the user.
   */
  async #ask(caller: Caller, call: Call, request: GraphRequest): Promise<Answer> {
    const first = await this.#tokens.get(caller, call);
    const answer = await this.#send(first, call, request);
    if (!rejectsToken(answer)) return answer;
    const rejection = rejectionOf(this.#refusal(answer));
    // A new token would have the same audience.
    if (rejection.kind === 'audience') throw await this.#persistent(rejection, first, answer, call, request);
    this.#tokens.drop(caller, first);
    const second = await this.#tokens.get(
      caller,
      call,
      rejection.kind === 'claims' ? rejection.claims : undefined,
    );
    const again = await this.#send(second, call, request);
    if (!rejectsToken(again)) return again;
    const problem = await this.#persistent(rejectionOf(this.#refusal(again)), second, again, call, request);
    if (problem.code !== 'access_denied') this.#tokens.drop(caller, second);
    throw problem;
  }

  /**
   * Returns the problem of a 401 that a new token does not change. Services behind Graph answer 401 where they mean
   * 403: OneDrive does so to guests ("Role Claim does not exist"). A token that another resource accepts is good, and
   * asking the user to sign in again would lead nowhere.
   */
  async #persistent(
    rejection: Rejection,
    token: string,
    answer: Answer,
    call: Call,
    { about }: GraphRequest,
  ): Promise<ProblemError> {
    if (rejection.kind !== 'claims' && (await this.#acceptsElsewhere(token, call, about))) {
      const detail = 'Graph accepts the token for other requests of this user.';
      return new ProblemError('access_denied', { detail }, { cause: graphAnswer(answer.status) });
    }
    return finalProblem(rejection);
  }

  /** Whether another resource accepts the token; false where that can't be found out. */
  async #acceptsElsewhere(token: string, call: Call, about: GraphRequest['about']): Promise<boolean> {
    const path = about === 'profile' ? '/v1.0/me/drive?$select=id' : '/v1.0/me?$select=id';
    try {
      const answer = await this.#send(token, call, { about, path, maxBytes: MAX_PROBE_BYTES });
      // 403 and 404 are about the resource: Graph looks at the token first.
      return [200, 403, 404].includes(answer.status) && !rejectsToken(answer);
    } catch (error) {
      if (isProblem(error)) return false;
      throw error;
    }
  }

  async #send(token: string, call: Call, { path, maxBytes }: GraphRequest): Promise<Answer> {
    const url = this.#endpoint + path;
    const headers = { authorization: `Bearer ${token}`, 'client-request-id': call.correlationId };
    const outgoing = { method: 'GET', url, headers, maxBytes } as const;
    return await sendWithRetry(this.#outbound, 'graph', outgoing, call, this.#outbound.limits.graphMs);
  }

  #refusal({ status, headers, body }: Answer): GraphRefusal {
    return {
      status,
      retryAfter: waitAsked({ status, headers }, this.#outbound.clock()),
      authenticate: headers['www-authenticate'],
      requestId: headers['request-id'],
      body: readJson(body),
    };
  }
}

/** A claims challenge comes with a 403 as well ("Microsoft Graph error responses and resource types"). */
function rejectsToken({ status, headers }: Answer): boolean {
  return status === 401 || (status === 403 && readClaimsChallenge(headers['www-authenticate']) !== undefined);
}

const audienceProblem = () => new ProblemError('audience_invalid', {}, { cause: graphAnswer(401) });

function finalProblem(rejection: Rejection): ProblemError {
  switch (rejection.kind) {
    case 'claims':
      return new ProblemError('claims_challenge', { claims: rejection.claims }, { cause: graphAnswer(401) });
    case 'audience':
      return audienceProblem();
    case 'token':
      return new ProblemError('graph_token_rejected', {}, { cause: graphAnswer(401) });
  }
}
