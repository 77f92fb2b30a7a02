import { CORRELATION_HEADER, routes, type FilePage, type Me } from '../../contract/api.ts';
import { isProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError, PROBLEM_MEDIA_TYPE, type ProblemBody } from '../../contract/problem.ts';
import type { Token } from '../auth/token.ts';
import { withTimeLimit } from '../auth/timeLimit.ts';

/** The server answers within 20 seconds, whatever happens behind it. */
const TIME_LIMIT_MS = 25_000;

/** Calls of our server with one token. Every failure is a ProblemError. */
export interface ApiCall {
  readonly me: () => Promise<Me>;
  /** Null: the user has no photo. */
  readonly photo: () => Promise<Blob | null>;
  readonly files: (cursor: string | null) => Promise<FilePage>;
}

export type CreateApiCall = (token: Token, signal: AbortSignal) => ApiCall;

/** @param fetch handed in so that tests need no network. */
export function apiClient(fetch: typeof globalThis.fetch, timeLimitMs = TIME_LIMIT_MS): CreateApiCall {
  return (token, signal) => {
    /** The time limit and the cancellation hold until the body has been read, not only until it begins. */
    async function get<T>(path: string, read: (response: Response) => Promise<T>): Promise<T> {
      const correlationId = crypto.randomUUID();
      const stop = new AbortController();
      const headers = { authorization: `Bearer ${token.value}`, [CORRELATION_HEADER]: correlationId };
      const exchange = async () => {
        const response = await fetch(path, { headers, signal: stop.signal });
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
    }

    return {
      me: () =>
        get(
          routes.me,
          json<Me>((body) => typeof body.id === 'string'),
        ),
      photo: () => get(routes.photo, async (response) => (response.status === 204 ? null : response.blob())),
      files: (cursor) => {
        const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
        return get(
          routes.files + query,
          json<FilePage>((body) => Array.isArray(body.items)),
        );
      },
    };
  };
}

/** A captive portal or a proxy answers 200 with a page of its own: that is not our server. */
function json<T>(fits: (body: Record<string, unknown>) => boolean) {
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
