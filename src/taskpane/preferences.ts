import { defaultPreferences, type Preferences } from '../contract/api.ts';

interface PreferencesState {
  readonly values: Preferences;
  /** Whether the values are the user's own; until then they are the defaults. */
  readonly known: boolean;
}

/** The user's preferences while the pane is open. An option can save them on the server. */
export interface PreferencesStore extends Store<PreferencesState> {
  /** Applies a change by the user. */
  readonly change: (change: Partial<Preferences>) => void;
  /** Applies saved values. */
  readonly show: (values: Preferences, known: boolean) => void;
  /** Calls the listener after each change by the user. */
  readonly onChange: (listener: (change: Partial<Preferences>) => void) => void;
  /** Marks the values as unknown, after a sign-out or a change of account. Keeps them until others are read. */
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

/** A value with change listeners, for React's useSyncExternalStore. */
export interface Store<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

interface WritableStore<T> extends Store<T> {
  readonly update: (change: Partial<T>) => void;
}

export function createStore<T extends object>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      value = { ...value, ...change };
      for (const listener of listeners) listener();
    },
  };
}
