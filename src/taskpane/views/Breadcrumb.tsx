import { makeStyles, tokens } from '@fluentui/react-components';
import { home, type Folder } from '../session/place.ts';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  path: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '2px',
    margin: 0,
    padding: '4px 8px',
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
  step: { display: 'flex', alignItems: 'center', minWidth: 0, maxWidth: '100%' },
  link: {
    minHeight: '28px',
    minWidth: '24px',
    maxWidth: '12rem',
    padding: '0 4px',
    border: 'none',
    borderRadius: '4px',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    cursor: 'pointer',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    padding: '0 4px',
    maxWidth: '12rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Where the open folder lies, and the way back up. */
export function Breadcrumb({ folders }: { readonly folders: readonly Folder[] }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  const steps = [{ id: '', name: strings.t('view_files') }, ...folders];
  return (
    <nav aria-label={strings.t('folderPath')} data-testid="breadcrumb">
      <ol className={styles.path}>
        {steps.map(({ id, name }, depth) => (
          <li key={id} className={styles.step}>
            {depth > 0 && <span aria-hidden="true">/</span>}
            {depth === folders.length ? (
              <bdi className={styles.here} aria-current="page" title={name}>
                {name}
              </bdi>
            ) : (
              <button
                type="button"
                className={styles.link}
                title={name}
                onClick={() => void session.go({ ...home, folders: folders.slice(0, depth) })}
              >
                <bdi>{name}</bdi>
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
