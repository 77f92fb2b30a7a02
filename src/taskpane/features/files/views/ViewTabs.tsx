import type { FileView } from '../../../../contract/api.ts';
import { home, tabs } from '../place.ts';
import { useFiles } from './context.tsx';
import styles from './ViewTabs.module.css';

/**
 * Which files the list shows. Links in the sense of the page, not tabs: each of the three is another list of the
 * server, and `aria-selected` stays the word for chosen files.
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
