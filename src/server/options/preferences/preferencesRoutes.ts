import type { RequestHandler, Response } from 'express';
import { ProblemError } from '../../../contract/problem.ts';
import { CallerGone, type Call } from '../../call.ts';
import { ServiceAnswer } from '../../httpClient/serviceAnswer.ts';
import { apiRoute } from '../../http/apiRequest.ts';
import { hasTag } from '../../http/entityTags.ts';
import { jsonBody } from '../../http/jsonBody.ts';
import { requestEnd } from '../../http/requestEnd.ts';
import { entityTag, expectedStates } from './conditions.ts';
import type { PreferencesStore } from './preferencesStore.ts';
import { readRecord } from './readRecord.ts';

/** A record has 300 bytes. */
const MOST_BYTES = 4_096;
const RETRY_SECONDS = 5;

type Store = Pick<PreferencesStore, 'read' | 'write' | 'remove'>;

/** Reads the body of a PUT. Its errors are `request_invalid` with the status 400, 413 or 415. */
export const recordBody: RequestHandler = jsonBody(MOST_BYTES);

/** GET /api/preferences: the user's record, or the defaults; the tag in both cases, so that a change can name it. */
export function readPreferences(store: Store): RequestHandler {
  return apiRoute(async ({ caller, req, res }) => {
    const { preferences, revision } = await fromStore(store.read(caller));
    const tag = entityTag(revision);
    res.setHeader('ETag', tag);
    res.setHeader('Cache-Control', 'private, no-cache, no-transform');
    res.setHeader('Vary', 'Authorization');
    if (hasTag(req.headers['if-none-match'], tag)) res.status(304).end();
    else res.json(preferences);
  });
}

/** PUT /api/preferences: the whole record. With If-Match: only if nobody else has changed it meanwhile. */
export function writePreferences(store: Store): RequestHandler {
  return apiRoute(async ({ caller, call, req, res }) => {
    const preferences = readRecord(req.body);
    const expected = expectedStates(req.headers['if-match'], req.headers['if-none-match']);
    const revision = await change(res, call, (signal) => store.write(caller, preferences, expected, signal));
    if (revision === undefined) throw new ProblemError('preferences_changed');
    res.setHeader('ETag', entityTag(revision));
    res.json(preferences);
  });
}

/** DELETE /api/preferences: what is kept of the user is gone for good. */
export function deletePreferences(store: Store): RequestHandler {
  return apiRoute(async ({ caller, call, req, res }) => {
    const expected = expectedStates(req.headers['if-match'], req.headers['if-none-match']);
    if (!(await change(res, call, (signal) => store.remove(caller, expected, signal)))) {
      throw new ProblemError('preferences_changed');
    }
    res.status(204).end();
  });
}

/** Makes a change for a client that waits for the answer. @throws CallerGone when it has left before the change began */
async function change<T>(
  res: Response,
  { signal }: Call,
  begin: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!(await requestEnd(res).clientWaits())) throw new CallerGone();
  try {
    return await fromStore(begin(signal));
  } catch (error) {
    throw signal.aborted ? new CallerGone() : error;
  }
}

/** Whatever is wrong with the database, the pane goes on with its defaults; the log says what it was. */
async function fromStore<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string };
    const cause = new ServiceAnswer({ service: 'database', fault: code ?? name });
    throw new ProblemError('preferences_unavailable', { retryAfter: RETRY_SECONDS }, { cause });
  }
}
