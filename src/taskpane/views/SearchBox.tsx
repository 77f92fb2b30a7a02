import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { MAX_SEARCH_LENGTH } from '../../contract/api.ts';
import { home } from '../session/place.ts';
import { useSurroundings } from './context.ts';
import { SearchIcon } from './icons.tsx';

/** After a pause in typing; a search at every letter would be throttled. */
const PAUSE_MS = 500;

const useStyles = makeStyles({
  box: {
    flexGrow: 1,
    flexBasis: '10rem',
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '0 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  input: {
    flexGrow: 1,
    minWidth: 0,
    height: '30px',
    padding: 0,
    border: 'none',
    outline: 'none',
    font: 'inherit',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    '::placeholder': { color: tokens.colorNeutralForeground2, opacity: 1 },
  },
});

/** @param search what the list shows now; it changes from outside when a folder is opened */
export function SearchBox({ search }: { readonly search: string }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  const [text, setText] = useState(search);
  const [shown, setShown] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (shown !== search) {
    setShown(search);
    setText(search);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function find(wanted: string): void {
    clearTimeout(timer.current);
    const words = wanted.trim();
    if (words !== session.get().place.search) void session.go({ ...home, search: words });
  }

  return (
    <form
      role="search"
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        find(text);
      }}
    >
      <SearchIcon />
      <input
        type="search"
        className={styles.input}
        data-testid="search"
        aria-label={strings.t('search')}
        placeholder={strings.t('search')}
        maxLength={MAX_SEARCH_LENGTH}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => find(value), value === '' ? 0 : PAUSE_MS);
        }}
      />
    </form>
  );
}
