import { routes, type Preferences } from '../../../contract/api.ts';
import { readJson, type Api } from '../../api/client.ts';

/** The user's saved preferences and their revision. */
export interface SavedRecord {
  readonly preferences: Preferences;
  /** For If-Match; null: there is no record yet. */
  readonly etag: string | null;
}

/** Reads the record. Returns the defaults for a user without one. */
export function readRecord(api: Api): Promise<SavedRecord> {
  return api.request(routes.preferences, recordOf);
}

/** Replaces the record. Rejects with a problem of status 412 if `etag` is stale. */
export function writeRecord(api: Api, preferences: Preferences, etag: string | null): Promise<SavedRecord> {
  return api.request(routes.preferences, recordOf, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...(etag === null ? {} : { 'if-match': etag }) },
    body: JSON.stringify(preferences),
  });
}

export function deleteRecord(api: Api): Promise<void> {
  return api.request(routes.preferences, () => Promise.resolve(), { method: 'DELETE' });
}

const readPreferences = readJson<Preferences>((body) => typeof body['pageSize'] === 'number');

async function recordOf(response: Response): Promise<SavedRecord> {
  return { preferences: await readPreferences(response), etag: response.headers.get('etag') };
}
