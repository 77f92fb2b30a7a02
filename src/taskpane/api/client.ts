import {
  CORRELATION_HEADER,
  LIST_ROUTE,
  routes,
  sortParameter,
  type FilePage,
  type FileQuery,
  type Me,
} from '../../contract/api.ts';
import type { Preferences } from '../../contract/preferences.ts';
import { isProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError, PROBLEM_MEDIA_TYPE, type ProblemBody } from '../../contract/problem.ts';
import type { Token } from '../auth/token.ts';
import { withTimeLimit } from '../timeLimit.ts';

/** The server answers within 20 seconds, whatever happens behind it. */
const TIME_LIMIT_MS = 25_000;

/** The user's record, and which state of it this is. */
export interface SavedPreferences {
  readonly preferences: Preferences;
  /** For If-Match; null: there is no record yet. */
  readonly etag: string | null;
}

/** Calls of our server with one token. Every failure is a ProblemError. */
export interface ApiCall {
  readonly me: () => Promise<Me>;
  /** Null: the user has no photo. */
  readonly photo: () => Promise<Blob | null>;
  /** @param cursor of the page before, of the same query; null: the first page */
  readonly files: (cursor: string | null, query: FileQuery) => Promise<FilePage>;
  /** The defaults for a user without a record. */
  readonly preferences: () => Promise<SavedPreferences>;
  /** Replaces the record. Rejects with a problem of status 412 when it is not the one of `etag` any more. */
  readonly savePreferences: (preferences: Preferences, etag: string | null) => Promise<SavedPreferences>;
  readonly deletePreferences: () => Promise<void>;
}

export type CreateApiCall = (token: Token, signal: AbortSignal) => ApiCall;

/** @param fetch handed in so that tests need no network. */
export function apiClient(fetch: typeof globalThis.fetch, timeLimitMs = TIME_LIMIT_MS): CreateApiCall {
  return (token, signal) => {
    /** The time limit and the cancellation hold until the body has been read, not only until it begins. */
    async function send<T>(
      path: string,
      read: (response: Response) => Promise<T>,
      init: RequestInit = {},
    ): Promise<T> {
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
    }

    return {
      me: () =>
        send(
          routes.me,
          json<Me>((body) => typeof body.id === 'string'),
        ),
      photo: () => send(routes.photo, async (response) => (response.status === 204 ? null : response.blob())),
      files: (cursor, query) =>
        send(
          `${LIST_ROUTE}?${parametersOf(cursor, query)}`,
          json<FilePage>((body) => Array.isArray(body.items)),
        ),
      preferences: () => send(routes.preferences, savedPreferences),
      savePreferences: (preferences, etag) =>
        send(routes.preferences, savedPreferences, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', ...(etag === null ? {} : { 'if-match': etag }) },
          body: JSON.stringify(preferences),
        }),
      deletePreferences: () => send(routes.preferences, () => Promise.resolve(), { method: 'DELETE' }),
    };
  };
}

function parametersOf(cursor: string | null, { view, folder, drive, search, sort, top }: FileQuery): string {
  const given: Record<string, string> = {
    view,
    folder: folder ?? '',
    drive: drive ?? '',
    search,
    sort: sort ? sortParameter(sort) : '',
    top: String(top),
    cursor: cursor ?? '',
  };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
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

async function savedPreferences(response: Response): Promise<SavedPreferences> {
  const read = json<Preferences>((body) => typeof body.pageSize === 'number');
  return { preferences: await read(response), etag: response.headers.get('etag') };
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
