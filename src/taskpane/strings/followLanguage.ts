import type { Session } from '../app/session.ts';
import { createStore, type Store } from '../store.ts';
import { loadStrings, type Strings } from './index.ts';

/** The words of the pane, which change when the user chooses another language. */
export type Words = Store<{ readonly strings: Strings }>;

/**
 * Begins with the words of Office's language, and goes over to the user's own choice as soon as it is known.
 * @param officeLocale BCP 47  @param show puts the words where React does not reach: title, `lang` and `dir`
 */
export function followLanguage(
  session: Pick<Session, 'get' | 'subscribe'>,
  { first, officeLocale, show }: { first: Strings; officeLocale: string; show: (strings: Strings) => void },
): Words {
  const words = createStore({ strings: first });
  let wanted: string | null = null;
  show(first);
  session.subscribe(() => {
    const { language } = session.get().preferences;
    if (language === wanted) return;
    wanted = language;
    void loadStrings(language ?? officeLocale).then((strings) => {
      // Another one was chosen while these were loaded.
      if (wanted !== language) return;
      show(strings);
      words.update({ strings });
    });
  });
  return words;
}
