import { problemRow } from '../../../contract/catalogue.ts';
import { isProblem } from '../../../contract/problem.ts';
import { defaultPreferences, type Preferences } from '../../../contract/preferences.ts';
import type { ApiCall, SavedPreferences } from '../../api/client.ts';
import type { TokenManager } from '../../auth/tokenManager.ts';
import type { PaneState } from '../../app/state.ts';
import type { WritableStore } from '../../store.ts';

/** The user's record on the server. What fails here never disturbs: the pane goes on with what it knows. */
export interface PreferencesKeeper {
  /** Never rejects: null when it cannot be had. */
  readonly read: (call: ApiCall) => Promise<SavedPreferences | null>;
  readonly took: (saved: SavedPreferences) => void;
  /** Holds at once; saved behind, one change after the other. */
  readonly change: (change: Partial<Preferences>) => Promise<void>;
  /** Removes the record; the defaults hold again. */
  readonly remove: () => Promise<void>;
  /** Tries once more what failed last. */
  readonly retry: () => void;
  /** Another person: nothing of this one's is known or written any more. */
  readonly forget: () => void;
}

const CONFLICT = 412;

export function createPreferencesKeeper(
  tokens: Pick<TokenManager, 'run'>,
  store: WritableStore<PaneState>,
): PreferencesKeeper {
  let saved: SavedPreferences | null = null;
  let last: Promise<void> = Promise.resolve();
  let person = {};
  /** What the record on the server does not have yet. */
  let unsaved: Partial<Preferences> = {};
  /** What failed last. */
  let again: (() => Promise<void>) | null = null;

  /** Silently: nobody has asked for a window by choosing an order. */
  function behind(
    work: (call: ApiCall) => Promise<SavedPreferences | null>,
    done: 'saved' | 'deleted',
  ): Promise<void> {
    const owner = person;
    again = null;
    store.update({ saving: 'saving' });
    last = last.then(async () => {
      if (owner !== person) return;
      try {
        const now = await tokens.run('launch', work);
        if (owner !== person) return;
        saved = now;
        store.update({ saving: done });
      } catch {
        // Said in the settings, where the user looks for it; the choice holds for the life of the pane.
        if (owner !== person) return;
        again = () => behind(work, done);
        store.update({ saving: 'failed' });
      }
    });
    return last;
  }

  /** Saves all that is unsaved, so that a change that failed goes with the next one. */
  function save(): Promise<void> {
    return behind(async (call) => {
      const change = unsaved;
      if (Object.keys(change).length === 0) return saved;
      const now = await write(call, change);
      // A choice that was made while this was on its way is still unsaved.
      unsaved = Object.fromEntries(
        Object.entries(unsaved).filter(([key, value]) => change[key as keyof Preferences] !== value),
      );
      return now;
    }, 'saved');
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
      store.update({ preferences: { ...found.preferences, ...unsaved }, preferencesKnown: true });
    },
    change(change) {
      store.update({ preferences: { ...store.get().preferences, ...change } });
      unsaved = { ...unsaved, ...change };
      return save();
    },
    retry() {
      void again?.();
    },
    remove() {
      unsaved = {};
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
      unsaved = {};
      again = null;
    },
  };
}
