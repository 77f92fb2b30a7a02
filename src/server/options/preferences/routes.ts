import type { Response } from 'express';
import { routes } from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import { ClientDisconnected, type Call } from '../../call.ts';
import type { Api } from '../../http/api.ts';
import { hasTag, ifMatchTags, ifNoneMatchTags } from '../../http/caching.ts';
import { requestEnd } from '../../http/lifecycle.ts';
import { UpstreamError } from '../../httpClient/httpClient.ts';
import {
  parsePreferences,
  type PreferencesStore,
  type Preconditions,
  type Revision,
} from './preferencesStore.ts';

/** A record is about 300 bytes. */
const MAX_BODY_BYTES = 4_096;
const RETRY_SECONDS = 5;

/** Mounts /api/preferences: the user's record or the defaults, always with an entity tag. */
export function mountPreferences(api: Api, store: Pick<PreferencesStore, 'read' | 'write' | 'remove'>): void {
  api.get(routes.preferences, async ({ caller, req, res }) => {
    const { preferences, revision } = await fromStore(store.read(caller));
    const tag = entityTag(revision);
    res.setHeader('ETag', tag);
    res.setHeader('Cache-Control', 'private, no-cache, no-transform');
    res.setHeader('Vary', 'Authorization');
    if (hasTag(req.headers['if-none-match'], tag)) res.status(304).end();
    else res.json(preferences);
  });

  // Replaces the record; with If-Match, only if it has not changed.
  api.put(
    routes.preferences,
    async ({ caller, call, req, res, body }) => {
      const preferences = parsePreferences(body);
      const expected = preconditionsOf(req.headers['if-match'], req.headers['if-none-match']);
      const revision = await change(res, call, (signal) =>
        store.write(caller, preferences, expected, signal),
      );
      if (revision === undefined) throw new ProblemError('preferences_changed');
      res.setHeader('ETag', entityTag(revision));
      res.json(preferences);
    },
    { maxBodyBytes: MAX_BODY_BYTES },
  );

  // Deletes everything stored about the user.
  api.delete(routes.preferences, async ({ caller, call, req, res }) => {
    const expected = preconditionsOf(req.headers['if-match'], req.headers['if-none-match']);
    if (!(await change(res, call, (signal) => store.remove(caller, expected, signal)))) {
      throw new ProblemError('preferences_changed');
    }
    res.status(204).end();
  });
}

/** Makes a change if the client is still connected. @throws ClientDisconnected if it disconnected before the change */
async function change<T>(
  res: Response,
  { signal }: Call,
  begin: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!(await requestEnd(res).clientIsConnected())) throw new ClientDisconnected();
  try {
    return await fromStore(begin(signal));
  } catch (error) {
    throw signal.aborted ? new ClientDisconnected() : error;
  }
}

/** Maps every database error to one problem: the pane continues with its defaults, and the log has the cause. */
async function fromStore<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string };
    const cause = new UpstreamError({ service: 'database', fault: code ?? name });
    throw new ProblemError('preferences_unavailable', { retryAfter: RETRY_SECONDS }, { cause });
  }
}

/** Returns the strong entity tag of a revision (RFC 9110 8.8.3). */
function entityTag(revision: Revision): string {
  return `"${revision}"`;
}

const revisionOf = (tag: string): Revision => tag.slice(1, -1);

/** Returns the revisions for which If-Match and If-None-Match allow a change (RFC 9110 13.1). */
function preconditionsOf(ifMatch: string | undefined, ifNoneMatch: string | undefined): Preconditions {
  const match = ifMatch === undefined ? undefined : ifMatchTags(ifMatch);
  // A malformed header must not allow a change, so treat it like an If-Match without tags.
  const noneMatch = ifNoneMatch === undefined ? [] : ifNoneMatchTags(ifNoneMatch);
  if (noneMatch === undefined) return { oneOf: [] };
  return {
    ...(match === undefined ? {} : { oneOf: match === '*' ? 'any' : match.map(revisionOf) }),
    noneOf: noneMatch === '*' ? 'any' : noneMatch.map(revisionOf),
  };
}
