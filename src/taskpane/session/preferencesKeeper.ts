import { problemRow } from '../../contract/catalogue.ts';
import { isProblem } from '../../contract/problem.ts';
import { defaultPreferences, type Preferences } from '../../contract/preferences.ts';
import type { ApiCall, SavedPreferences } from '../api/client.ts';
import type { Door } from '../auth/door.ts';
import type { PaneState } from './state.ts';
import type { WritableStore } from './store.ts';

/** The user's record on the server. What fails here never disturbs: the pane goes on with what it knows. */
export interface PreferencesKeeper {
  /** Never rejects: null when it cannot be had. */
  readonly read: (call: ApiCall) => Promise<SavedPreferences | null>;
  readonly took: (saved: SavedPreferences) => void;
  /** Holds at once; saved behind, one change after the other. */
  readonly change: (change: Partial<Preferences>) => Promise<void>;
  /** Removes the record; the defaults hold again. */
  readonly remove: () => Promise<void>;
  /** Another person: nothing of this one's is known or written any more. */
  readonly forget: () => void;
}

const CONFLICT = 412;

export function createPreferencesKeeper(
  door: Pick<Door, 'run'>,
  store: WritableStore<PaneState>,
): PreferencesKeeper {
  let saved: SavedPreferences | null = null;
  let last: Promise<void> = Promise.resolve();
  let person = {};

  /** Silently: nobody has asked for a window by choosing an order. */
  function behind(work: (call: ApiCall) => Promise<SavedPreferences | null>, done: 'saved' | 'deleted') {
    const owner = person;
    store.update({ saving: 'saving' });
    last = last.then(async () => {
      if (owner !== person) return;
      try {
        const now = await door.run('launch', work);
        if (owner !== person) return;
        saved = now;
        store.update({ saving: done });
      } catch {
        // Said in the settings, where the user looks for it; the choice holds for the life of the pane.
        if (owner === person) store.update({ saving: 'failed' });
      }
    });
    return last;
  }

  /** On top of what is there. Somebody has written meanwhile (412): once more, on top of theirs. */
  async function write(call: ApiCall, change: Partial<Preferences>): Promise<SavedPreferences> {
    const before = saved ?? (await call.preferences());
    try {
      return await call.savePreferences({ ...before.preferences, ...change }, before.etag);
    } catch (error) {
      if (!isProblem(error) || problemRow(error.code).status !== CONFLICT) throw error;
      const theirs = await call.preferences();
      return call.savePreferences({ ...theirs.preferences, ...change }, theirs.etag);
    }
  }

  return {
    read: (call) => call.preferences().catch(() => null),
    took(found) {
      saved = found;
      store.update({ preferences: found.preferences, preferencesKnown: true });
    },
    change(change) {
      store.update({ preferences: { ...store.get().preferences, ...change } });
      return behind((call) => write(call, change), 'saved');
    },
    remove() {
      // The welcome has been read all the same.
      store.update({ preferences: { ...defaultPreferences, welcomed: true } });
      return behind(async (call) => {
        await call.deletePreferences();
        return null;
      }, 'deleted');
    },
    forget() {
      person = {};
      saved = null;
    },
  };
}
