import { CORRELATION_HEADER } from '../../contract/api.ts';
import { isProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError, PROBLEM_MEDIA_TYPE, type ProblemBody } from '../../contract/problem.ts';
import type { Token } from '../auth/token.ts';
import { withTimeLimit } from '../../contract/timeLimit.ts';

/** The server answers within 20 seconds, whatever happens behind it. */
const TIME_LIMIT_MS = 25_000;

/** Calls the server with one token. Every failure is a ProblemError. */
export interface Api {
  /** Sends a request and reads the answer of a successful one. @param read reads the body, within the time limit */
  readonly request: <T>(
    path: string,
    read: (response: Response) => Promise<T>,
    init?: RequestInit,
  ) => Promise<T>;
  /** GETs JSON. @param fits whether the answer has the expected shape */
  readonly get: <T>(path: string, fits: (body: Record<string, unknown>) => boolean) => Promise<T>;
}

export type CreateApi = (token: Token, signal: AbortSignal) => Api;

/** @param fetch passed in so that tests need no network */
export function apiClient(fetch: typeof globalThis.fetch, timeLimitMs = TIME_LIMIT_MS): CreateApi {
  return (token, signal) => {
    /** Time limit and cancellation apply until the body has been read, not only until it begins. */
    const request: Api['request'] = async (path, read, init = {}) => {
      const correlationId = crypto.randomUUID();
      const stop = new AbortController();
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token.value}`);
      headers.set(CORRELATION_HEADER, correlationId);
      const exchange = async () => {
        const response = await fetch(path, { ...init, headers, signal: stop.signal });
        if (!response.ok) throw await problemOf(response, correlationId);
        return read(response);
      };
      const late = () => new ProblemError('network_timeout', { correlationId });
      try {
        return await withTimeLimit(exchange(), timeLimitMs, late, signal);
      } catch (error) {
        if (signal.aborted || isProblem(error)) throw error;
        throw new ProblemError('network_unreachable', { correlationId }, { cause: error });
      } finally {
        stop.abort();
      }
    };
    return { request, get: (path, fits) => request(path, readJson(fits)) };
  };
}

/** Returns a reader for Api.request. A captive portal or a proxy can answer 200 with a page: that is `answer_invalid`. */
export function readJson<T>(fits: (body: Record<string, unknown>) => boolean) {
  return async (response: Response): Promise<T> => {
    const body: unknown = await response.json().catch(() => undefined);
    if (typeof body === 'object' && body !== null && fits(body as Record<string, unknown>)) return body as T;
    throw new ProblemError('answer_invalid', {
      detail: `HTTP ${response.status} without the expected JSON.`,
    });
  };
}

async function problemOf(response: Response, correlationId: string): Promise<ProblemError> {
  const isProblemJson = response.headers.get('content-type')?.includes(PROBLEM_MEDIA_TYPE) ?? false;
  const body = isProblemJson
    ? ((await response.json().catch(() => undefined)) as Partial<ProblemBody>)
    : undefined;
  if (!body || !isProblemCode(body.code)) {
    return new ProblemError('answer_invalid', { correlationId, detail: `HTTP ${response.status}.` });
  }
  const { code, detail, claims, retryAfter, adminConsentUrl, scopes } = body;
  return new ProblemError(code, {
    correlationId: body.correlationId ?? correlationId,
    ...(detail === undefined ? {} : { detail }),
    ...(claims === undefined ? {} : { claims }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(adminConsentUrl === undefined ? {} : { adminConsentUrl }),
    ...(scopes === undefined ? {} : { scopes }),
  });
}
