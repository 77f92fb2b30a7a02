import { useEffect, useRef, useState } from 'react';
import { MAX_SEARCH_LENGTH } from '../../../../contract/api.ts';
import { home } from '../place.ts';
import { useFiles } from './context.tsx';
import control from '../../../ui/Control.module.css';
import { SearchIcon } from '../../../ui/icons.tsx';
import styles from './SearchBox.module.css';

/** Searches after a pause in typing, because a search for every letter would be throttled. */
const PAUSE_MS = 500;

/** @param search text of the current or requested search, which also changes when the user opens a folder */
export function SearchBox({ search }: { readonly search: string }) {
  const { files, strings } = useFiles();
  const [text, setText] = useState(search);
  const [shown, setShown] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (shown !== search) {
    setShown(search);
    // Keep a trailing space: the user may be about to type another word.
    if (text.trim() !== search) setText(search);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function searchFor(typed: string): void {
    clearTimeout(timer.current);
    const trimmed = typed.trim();
    const { place, requestedPlace } = files.get();
    if (trimmed !== (requestedPlace ?? place).search) void files.go({ ...home, search: trimmed });
  }

  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        searchFor(text);
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
          searchFor('');
        }}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => searchFor(value), value === '' ? 0 : PAUSE_MS);
        }}
      />
    </form>
  );
}
