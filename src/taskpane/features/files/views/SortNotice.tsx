import type { FileQuery } from '../../../../contract/api.ts';
import { useFiles } from './context.tsx';
import styles from './SortNotice.module.css';

/** Shows the actual order if OneDrive doesn't support the requested one. */
export function SortNotice({ sort }: { readonly sort: FileQuery['sort'] }) {
  const { strings } = useFiles();
  const order = sort && strings.t(sort.descending ? `sort_${sort.by}_down` : `sort_${sort.by}`);
  return (
    <p className={styles.notice} data-testid="sort-notice">
      {order === null ? strings.t('orderMissing') : strings.t('orderReplaced', { order })}
    </p>
  );
}
