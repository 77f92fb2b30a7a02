import { defaultPreferences, routes, type Preferences } from '../../../contract/api.ts';
import { problemRow } from '../../../contract/catalogue.ts';
import { isProblem } from '../../../contract/problem.ts';
import { readJson, type Api } from '../../api/client.ts';
import type { CallSilently, Part } from '../../features/feature.ts';
import { type PreferencesStore, createStore, type Store } from '../../preferences.ts';

/** The state of the last save. */
export type Saving = 'idle' | 'saving' | 'saved' | 'deleted' | 'failed';

/** Saves the preferences on the server. Failures show only on the settings page; the pane works without the record. */
export interface SavedPreferences
  extends Store<{ readonly saving: Saving }>, Required<Pick<Part, 'open' | 'forget' | 'online'>> {
  /** Saves a change, after earlier ones. */
  readonly save: (change: Partial<Preferences>) => Promise<void>;
  /** Deletes the record; the defaults apply again. */
  readonly remove: () => Promise<void>;
}

const CONFLICT = 412;

/** @param call calls the server without opening a window, which a user who sorts a list would not expect */
export function createSavedPreferences(preferences: PreferencesStore, call: CallSilently): SavedPreferences {
  const { get, subscribe, update } = createStore<{ readonly saving: Saving }>({ saving: 'idle' });
  let record: SavedRecord | null = null;
  let queue: Promise<void> = Promise.resolve();
  /** Replaced when the user changes, so that pending saves stop. */
  let user = {};
  /** Changes that the record doesn't have yet. */
  let unsaved: Partial<Preferences> = {};
  /** Repeats the last failed request. */
  let retry: (() => Promise<void>) | null = null;

  function enqueue(
    work: (api: Api) => Promise<SavedRecord | null>,
    done: 'saved' | 'deleted',
  ): Promise<void> {
    const owner = user;
    retry = null;
    update({ saving: 'saving' });
    queue = queue.then(async () => {
      if (owner !== user) return;
      try {
        const result = await call(work);
        if (owner !== user) return;
        record = result;
        update({ saving: done });
      } catch {
        if (owner !== user) return;
        retry = () => enqueue(work, done);
        update({ saving: 'failed' });
      }
    });
    return queue;
  }

  /** Saves all unsaved changes, including those that failed to save before. */
  function save(change: Partial<Preferences>): Promise<void> {
    unsaved = { ...unsaved, ...change };
    return enqueue(async (api) => {
      const sent = unsaved;
      if (Object.keys(sent).length === 0) return record;
      const saved = await write(api, sent);
      // Changes made during the request are still unsaved.
      unsaved = Object.fromEntries(
        Object.entries(unsaved).filter(([key, value]) => sent[key as keyof Preferences] !== value),
      );
      return saved;
    }, 'saved');
  }

  /** Merges the change into the record. After a conflict (412), reads the newer record and tries once more. */
  async function write(api: Api, change: Partial<Preferences>): Promise<SavedRecord> {
    const before = record ?? (await readRecord(api));
    try {
      return await writeRecord(api, { ...before.preferences, ...change }, before.etag);
    } catch (error) {
      if (!isProblem(error) || problemRow(error.code).status !== CONFLICT) throw error;
      const newer = await readRecord(api);
      return writeRecord(api, { ...newer.preferences, ...change }, newer.etag);
    }
  }

  preferences.onChange((change) => void save(change));

  return {
    get,
    subscribe,
    save,
    async open(api) {
      const found = await readRecord(api);
      return () => {
        record = found;
        preferences.show({ ...found.preferences, ...unsaved }, true);
      };
    },
    remove() {
      unsaved = {};
      // Don't show the first-run card again.
      preferences.show({ ...defaultPreferences, welcomed: true }, true);
      return enqueue(async (api) => {
        await deleteRecord(api);
        return null;
      }, 'deleted');
    },
    online: () => void retry?.(),
    forget() {
      user = {};
      record = null;
      unsaved = {};
      retry = null;
      update({ saving: 'idle' });
    },
  };
}

/** The user's saved preferences and their revision. */
interface SavedRecord {
  readonly preferences: Preferences;
  /** For If-Match; null: there is no record yet. */
  readonly etag: string | null;
}

/** Reads the record. Returns the defaults for a user without one. */
function readRecord(api: Api): Promise<SavedRecord> {
  return api.request(routes.preferences, recordOf);
}

/** Replaces the record. Rejects with a problem of status 412 if `etag` is stale. */
function writeRecord(api: Api, preferences: Preferences, etag: string | null): Promise<SavedRecord> {
  return api.request(routes.preferences, recordOf, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...(etag === null ? {} : { 'if-match': etag }) },
    body: JSON.stringify(preferences),
  });
}

function deleteRecord(api: Api): Promise<void> {
  return api.request(routes.preferences, () => Promise.resolve(), { method: 'DELETE' });
}

const readPreferences = readJson<Preferences>((body) => typeof body['pageSize'] === 'number');

async function recordOf(response: Response): Promise<SavedRecord> {
  return { preferences: await readPreferences(response), etag: response.headers.get('etag') };
}
