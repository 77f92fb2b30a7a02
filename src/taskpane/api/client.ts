import { CORRELATION_HEADER } from '../../contract/api.ts';
import { isProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError, PROBLEM_MEDIA_TYPE, type ProblemBody } from '../../contract/problem.ts';
import type { Token } from '../auth/token.ts';
import { withTimeLimit } from '../../contract/timeLimit.ts';

/** The server always responds within 20 seconds. */
const TIME_LIMIT_MS = 25_000;

/** Calls the server with one token. Rejects with a ProblemError, or with the reason of an aborted signal. */
export interface Api {
  /** Sends a request. @param read reads the body of a successful response, within the time limit */
  readonly request: <T>(
    path: string,
    read: (response: Response) => Promise<T>,
    init?: RequestInit,
  ) => Promise<T>;
  /** Gets JSON. @param isValid returns whether the body has the expected shape */
  readonly get: <T>(path: string, isValid: (body: Record<string, unknown>) => boolean) => Promise<T>;
}

export type CreateApi = (token: Token, signal: AbortSignal) => Api;

/** @param fetch replaceable by tests */
export function apiClient(fetch: typeof globalThis.fetch, timeLimitMs = TIME_LIMIT_MS): CreateApi {
  return (token, signal) => {
    // The time limit and the signal apply until the body has been read.
    const request: Api['request'] = async (path, read, init = {}) => {
      const correlationId = crypto.randomUUID();
      const stop = new AbortController();
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token.value}`);
      headers.set(CORRELATION_HEADER, correlationId);
      const send = async () => {
        const response = await fetch(path, { ...init, headers, signal: stop.signal });
        if (!response.ok) throw await readProblem(response, correlationId);
        return read(response);
      };
      const late = () => new ProblemError('network_timeout', { correlationId });
      try {
        return await withTimeLimit(send(), timeLimitMs, late, signal);
      } catch (error) {
        if (signal.aborted || isProblem(error)) throw error;
        throw new ProblemError('network_unreachable', { correlationId }, { cause: error });
      } finally {
        stop.abort();
      }
    };
    return { request, get: (path, isValid) => request(path, readJson(isValid)) };
  };
}

/** Returns a `read` for Api.request. Rejects with `answer_invalid` for other bodies, such as a page of a captive portal. */
export function readJson<T>(isValid: (body: Record<string, unknown>) => boolean) {
  return async (response: Response): Promise<T> => {
    const body: unknown = await response.json().catch(() => undefined);
    if (typeof body === 'object' && body !== null && isValid(body as Record<string, unknown>))
      return body as T;
    throw new ProblemError('answer_invalid', {
      detail: `HTTP ${response.status} without the expected JSON.`,
    });
  };
}

async function readProblem(response: Response, correlationId: string): Promise<ProblemError> {
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
