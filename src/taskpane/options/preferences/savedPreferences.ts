import { problemRow } from '../../../contract/catalogue.ts';
import { defaultPreferences, type Preferences } from '../../../contract/preferences.ts';
import { isProblem } from '../../../contract/problem.ts';
import type { Api } from '../../api/client.ts';
import type { CallSilently, Part } from '../../features/feature.ts';
import type { PreferencesStore } from '../../preferences.ts';
import { createStore, type Store } from '../../store.ts';
import { deleteRecord, readRecord, writeRecord, type SavedRecord } from './preferencesApi.ts';

/** How far saving the last choice has come. */
export type Saving = 'idle' | 'saving' | 'saved' | 'deleted' | 'failed';

/** Keeps the user's choices on the server. A failure shows in the settings only; the pane continues without the record. */
export interface SavedPreferences
  extends Store<{ readonly saving: Saving }>, Required<Pick<Part, 'open' | 'forget' | 'online'>> {
  /** Saves a choice, one after the other. */
  readonly save: (change: Partial<Preferences>) => Promise<void>;
  /** Deletes the record; the defaults apply again. */
  readonly remove: () => Promise<void>;
}

const CONFLICT = 412;

/** @param call calls the server without a window: nobody expects one after choosing an order */
export function createSavedPreferences(preferences: PreferencesStore, call: CallSilently): SavedPreferences {
  const { get, subscribe, update } = createStore<{ readonly saving: Saving }>({ saving: 'idle' });
  let record: SavedRecord | null = null;
  let last: Promise<void> = Promise.resolve();
  let person = {};
  /** Choices that the record does not have yet. */
  let unsaved: Partial<Preferences> = {};
  /** Repeats what failed last. */
  let again: (() => Promise<void>) | null = null;

  function inBackground(
    work: (api: Api) => Promise<SavedRecord | null>,
    done: 'saved' | 'deleted',
  ): Promise<void> {
    const owner = person;
    again = null;
    update({ saving: 'saving' });
    last = last.then(async () => {
      if (owner !== person) return;
      try {
        const now = await call(work);
        if (owner !== person) return;
        record = now;
        update({ saving: done });
      } catch {
        if (owner !== person) return;
        again = () => inBackground(work, done);
        update({ saving: 'failed' });
      }
    });
    return last;
  }

  /** Saves everything unsaved, so that a choice that failed goes with the next one. */
  function save(change: Partial<Preferences>): Promise<void> {
    unsaved = { ...unsaved, ...change };
    return inBackground(async (api) => {
      const sent = unsaved;
      if (Object.keys(sent).length === 0) return record;
      const now = await write(api, sent);
      // A choice made during the request is still unsaved.
      unsaved = Object.fromEntries(
        Object.entries(unsaved).filter(([key, value]) => sent[key as keyof Preferences] !== value),
      );
      return now;
    }, 'saved');
  }

  /** Writes on top of the record. After a conflict (412), once more on top of the newer one. */
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
      // The user has seen the welcome all the same.
      preferences.show({ ...defaultPreferences, welcomed: true }, true);
      return inBackground(async (api) => {
        await deleteRecord(api);
        return null;
      }, 'deleted');
    },
    online: () => void again?.(),
    forget() {
      person = {};
      record = null;
      unsaved = {};
      again = null;
      update({ saving: 'idle' });
    },
  };
}
