import { json, type RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import { ServiceAnswer } from '../outbound/serviceAnswer.ts';
import { apiRoute } from '../http/apiRequest.ts';
import { hasTag } from '../http/entityTags.ts';
import { entityTag, expectedStates } from '../preferences/conditions.ts';
import type { PreferencesStore } from '../preferences/preferencesStore.ts';
import { readRecord } from '../preferences/readRecord.ts';

/** A record has 300 bytes. */
const MOST_BYTES = 4_096;
const RETRY_SECONDS = 5;

type Store = Pick<PreferencesStore, 'read' | 'write' | 'remove'>;

/** Refuses a body that does not call itself JSON (RFC 9110 15.5.16). */
const onlyJson: RequestHandler = (req, res, next) => {
  if (req.is('application/json') !== false) {
    next();
    return;
  }
  res.setHeader('Accept', 'application/json');
  next(new ProblemError('request_invalid', { status: 415, detail: 'Send the body as application/json.' }));
};

/** Reads the body of a PUT. Its errors are `request_invalid` with the status 400, 413 or 415. */
export const recordBody: readonly RequestHandler[] = [onlyJson, json({ limit: MOST_BYTES, strict: true })];

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
  return apiRoute(async ({ caller, req, res }) => {
    const preferences = readRecord(req.body);
    const expected = expectedStates(req.headers['if-match'], req.headers['if-none-match']);
    const revision = await fromStore(store.write(caller, preferences, expected));
    if (revision === undefined) throw new ProblemError('preferences_changed');
    res.setHeader('ETag', entityTag(revision));
    res.json(preferences);
  });
}

/** DELETE /api/preferences: what is kept of the user is gone for good. */
export function deletePreferences(store: Store): RequestHandler {
  return apiRoute(async ({ caller, req, res }) => {
    const expected = expectedStates(req.headers['if-match'], req.headers['if-none-match']);
    if (!(await fromStore(store.remove(caller, expected)))) {
      throw new ProblemError('preferences_changed');
    }
    res.status(204).end();
  });
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
