import type { FileView } from '../../../../contract/api.ts';
import { home, tabs } from '../place.ts';
import { useFiles } from './context.tsx';
import styles from './ViewTabs.module.css';

/**
 * Chooses the view. Uses navigation semantics, not ARIA tabs: each view is a list from the server, and `aria-selected` is
 * reserved for selected files.
 */
export function ViewTabs({ view }: { readonly view: FileView }) {
  const { files, strings } = useFiles();
  return (
    <nav aria-label={strings.t('views')} className={styles.tabs}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          data-testid={`view-${each}`}
          className={styles.tab}
          onClick={() => void files.go({ ...home, view: each })}
        >
          {strings.t(`view_${each}`)}
        </button>
      ))}
    </nav>
  );
}
