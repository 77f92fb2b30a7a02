import { firstGrapheme } from '../../contract/text.ts';
import { useStrings } from '../ui/strings.ts';
import styles from './Avatar.module.css';

/** The user's photo or initials. Fluent's Avatar would add 11 kB. */
export function Avatar({ name, photo }: { readonly name: string; readonly photo: string | null }) {
  const strings = useStrings();
  return (
    <span className={styles.avatar}>
      {photo ? (
        <img className={styles.photo} src={photo} alt={strings.t('photoOf', { name })} />
      ) : (
        <span aria-hidden="true">{initials(name)}</span>
      )}
    </span>
  );
}

/** Returns the first letters of the first and the last word, with their combining marks. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => firstGrapheme(word ?? ''))
    .join('')
    .toLocaleUpperCase();
}
