import { home, type Folder } from '../place.ts';
import { useFiles } from './context.tsx';
import styles from './Breadcrumb.module.css';

/** The path of the open folder, with links to its ancestors. */
export function Breadcrumb({ folders }: { readonly folders: readonly Folder[] }) {
  const { files, strings } = useFiles();
  const steps = [{ id: '', name: strings.t('view_files') }, ...folders];
  return (
    <nav aria-label={strings.t('folderPath')} data-testid="breadcrumb">
      <ol className={styles.path}>
        {steps.map(({ id, name }, depth) => (
          <li key={id} className={styles.step}>
            {depth > 0 && <span aria-hidden="true">/</span>}
            {depth === folders.length ? (
              <span className={styles.here} dir="auto" aria-current="page" title={name}>
                {name}
              </span>
            ) : (
              <button
                type="button"
                className={styles.link}
                dir="auto"
                title={name}
                onClick={() => void files.go({ ...home, folders: folders.slice(0, depth) })}
              >
                {name}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
