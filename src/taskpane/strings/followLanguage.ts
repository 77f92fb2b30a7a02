import type { PreferencesStore } from '../preferences.ts';
import { createStore, type Store } from '../store.ts';
import type { Strings } from './index.ts';

/** The texts of the pane, which change when the user chooses another language. */
export type StringsStore = Store<{ readonly strings: Strings }>;

export interface FollowOptions {
  readonly first: Strings;
  /** Loads the texts. `language` null: Office's language. */
  readonly load: (language: string | null) => Promise<Strings>;
  /** Applies the texts outside React: page title, `lang`, and `dir`. */
  readonly show: (strings: Strings) => void;
}

/** Starts in Office's language and switches to the user's language when the preferences name one. */
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
      // The user has chosen another language since.
      if (wanted !== language) return;
      show(strings);
      store.update({ strings });
    });
  });
  return store;
}
