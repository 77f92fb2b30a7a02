import { useFiles } from './context.tsx';
import styles from './FilePath.module.css';

/**
 * The path of a file. If there isn't enough room, the last folder stays visible longest, because it tells files of the same
 * name apart. The tooltip shows the whole path.
 */
export function FilePath({ path }: { readonly path: readonly string[] }) {
  const { strings } = useFiles();
  const names = path.length === 0 ? [strings.t('view_files')] : path;
  return (
    <span className={styles.path} title={names.join(' / ')} data-testid="file-path">
      {names.length > 1 && (
        <span className={styles.ancestors}>
          {names.slice(0, -1).map((name, depth) => (
            <span key={depth}>
              <bdi>{name}</bdi>
              {' / '}
            </span>
          ))}
        </span>
      )}
      <bdi className={styles.parent}>{names.at(-1)}</bdi>
    </span>
  );
}
