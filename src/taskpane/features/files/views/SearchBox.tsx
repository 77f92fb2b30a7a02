import { useEffect, useRef, useState } from 'react';
import { MAX_SEARCH_LENGTH } from '../../../../contract/api.ts';
import { home } from '../place.ts';
import { useFiles } from './context.tsx';
import control from '../../../ui/Control.module.css';
import { SearchIcon } from '../../../ui/icons.tsx';
import styles from './SearchBox.module.css';

/** After a pause in typing; a search at every letter would be throttled. */
const PAUSE_MS = 500;

/** @param search what the list is, or will be, searched for; it changes from outside when a folder is opened */
export function SearchBox({ search }: { readonly search: string }) {
  const { files, strings } = useFiles();
  const [text, setText] = useState(search);
  const [shown, setShown] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (shown !== search) {
    setShown(search);
    // A space at the end may be followed by another word.
    if (text.trim() !== search) setText(search);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function find(typed: string): void {
    clearTimeout(timer.current);
    const words = typed.trim();
    const { place, wanted } = files.get();
    if (words !== (wanted ?? place).search) void files.go({ ...home, search: words });
  }

  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        find(text);
      }}
    >
      <span className={styles.icon} aria-hidden="true">
        <SearchIcon />
      </span>
      <input
        type="search"
        className={`${control.control} ${styles.input}`}
        data-testid="search"
        aria-label={strings.t('search')}
        placeholder={strings.t('search')}
        maxLength={MAX_SEARCH_LENGTH}
        value={text}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setText('');
          find('');
        }}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => find(value), value === '' ? 0 : PAUSE_MS);
        }}
      />
    </form>
  );
}
