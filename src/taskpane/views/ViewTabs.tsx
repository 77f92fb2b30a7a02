import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FileView } from '../../contract/api.ts';
import { home, tabs } from '../session/place.ts';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  // Their words, not their edges, stand in line with what is below.
  tabs: { display: 'flex', flexWrap: 'wrap', marginInlineStart: '-8px' },
  tab: {
    minHeight: '36px',
    padding: '0 8px',
    border: 'none',
    borderBottom: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/**
 * Which files the list shows. Links in the sense of the page, not tabs: each of the three is another list of the
 * server, and `aria-selected` stays the word for chosen files.
 */
export function ViewTabs({ view }: { readonly view: FileView }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  return (
    <nav aria-label={strings.t('views')} className={styles.tabs}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          data-testid={`view-${each}`}
          className={mergeClasses(styles.tab, each === view && styles.open)}
          onClick={() => void session.go({ ...home, view: each })}
        >
          {strings.t(`view_${each}`)}
        </button>
      ))}
    </nav>
  );
}
