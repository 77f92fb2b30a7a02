import type { PreferencesStore } from '../preferences.ts';
import { createStore, type Store } from '../store.ts';
import type { Strings } from './index.ts';

/** The texts of the pane, which change when the user chooses another language. */
export type StringsStore = Store<{ readonly strings: Strings }>;

export interface FollowOptions {
  readonly first: Strings;
  /** Loads the texts of the chosen language; null: Office's. */
  readonly load: (language: string | null) => Promise<Strings>;
  /** Applies the texts where React does not reach: title, `lang` and `dir`. */
  readonly show: (strings: Strings) => void;
}

/** Starts with the texts in Office's language, and switches to the user's own choice as soon as it is known. */
export function followLanguage(
  preferences: Pick<PreferencesStore, 'get' | 'subscribe'>,
  { first, load, show }: FollowOptions,
): StringsStore {
  const store = createStore({ strings: first });
  let wanted: string | null = null;
  show(first);
  preferences.subscribe(() => {
    const { language } = preferences.get().values;
    if (language === wanted) return;
    wanted = language;
    void load(language).then((strings) => {
      // Another one was chosen in the meantime.
      if (wanted !== language) return;
      show(strings);
      store.update({ strings });
    });
  });
  return store;
}
