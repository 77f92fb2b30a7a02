import { defaultPreferences, type Preferences } from '../contract/preferences.ts';
import { createStore, type Store } from './store.ts';

export interface PreferencesState {
  readonly values: Preferences;
  /** True once they are the user's own; the defaults apply until then. */
  readonly known: boolean;
}

/** The user's choices, for the life of the pane. options/preferences keeps them on the server. */
export interface PreferencesStore extends Store<PreferencesState> {
  /** Applies a choice of the user. */
  readonly change: (change: Partial<Preferences>) => void;
  /** Applies values that were read. */
  readonly show: (values: Preferences, known: boolean) => void;
  /** Calls the listener with each choice of the user. */
  readonly onChange: (listener: (change: Partial<Preferences>) => void) => void;
  /** Another person, or none: the values stay until theirs are read. */
  readonly forget: () => void;
}

export function createPreferences(): PreferencesStore {
  const { get, subscribe, update } = createStore<PreferencesState>({
    values: defaultPreferences,
    known: false,
  });
  const listeners: ((change: Partial<Preferences>) => void)[] = [];
  return {
    get,
    subscribe,
    change(change) {
      update({ values: { ...get().values, ...change } });
      for (const listener of listeners) listener(change);
    },
    show: (values, known) => update({ values, known }),
    onChange: (listener) => void listeners.push(listener),
    forget: () => update({ known: false }),
  };
}
