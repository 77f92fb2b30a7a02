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
