import { memo } from 'react';
import type { FileItem, FileKind } from '../../../contract/api.ts';
import { openInBrowser } from '../../office.ts';
import { CheckIcon, NewTabIcon } from '../../ui/controls.tsx';
import { useFiles } from './files.ts';
import { ROW_HEIGHT } from './list.ts';
import styles from './files.module.css';

interface FileRowProps {
  readonly file: FileItem;
  readonly selected: boolean;
  /** The row that Tab reaches, followed by its link. */
  readonly active: boolean;
  /** Whether it is a folder that can be opened. */
  readonly canOpen: boolean;
  readonly index: number;
  /** Milliseconds since 1970, for "2 hours ago". */
  readonly now: number;
}

export const FileRow = memo(function FileRow({ file, selected, active, canOpen, index, now }: FileRowProps) {
  const { strings } = useFiles();
  const { name, lastModified, size, kind, path } = file;
  // Graph often computes the size of a folder later, so 0 is not reliable.
  const sizeText = kind === 'folder' && size === 0 ? '' : strings.size(size);
  return (
    <div
      role="row"
      aria-selected={selected}
      aria-rowindex={index + 1}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      style={{ top: index * ROW_HEIGHT, height: ROW_HEIGHT }}
      data-testid="file-item"
      data-id={file.id}
      data-name={name}
    >
      <span className={styles.box} aria-hidden="true">
        <CheckIcon />
      </span>
      <span role="gridcell" className={styles.cell}>
        <FileIcon kind={kind} label={strings.t(`kind_${kind}`)} />
        <span className={styles.text}>
          <span className={styles.name} dir="auto" title={name}>
            {canOpen ? (
              <span className={styles.folder} data-opens="" data-testid="open-folder">
                {name}
              </span>
            ) : (
              name
            )}
          </span>
          <span className={styles.facts}>
            {path && <FilePath path={path} />}
            <span className={styles.numbers}>
              {path && (lastModified !== null || sizeText !== '') && ' · '}
              {lastModified !== null && (
                <time dateTime={lastModified} title={strings.moment(lastModified)}>
                  {strings.changed(lastModified, now)}
                </time>
              )}
              {lastModified !== null && sizeText !== '' && ' · '}
              {sizeText}
            </span>
          </span>
        </span>
      </span>
      <span role="gridcell" className={styles.end}>
        <a
          className={styles.open}
          href={file.webUrl}
          target="_blank"
          rel="noopener noreferrer"
          tabIndex={active ? 0 : -1}
          data-testid="open-in-new-tab"
          title={strings.t('openInNewTab', { name })}
          aria-label={strings.t('openInNewTab', { name })}
          onClick={openInBrowser}
        >
          <NewTabIcon />
        </a>
      </span>
    </div>
  );
});

/**
 * The path of a file. If there isn't enough room, the last folder stays visible longest, because it tells files of the same
 * name apart. The tooltip shows the whole path.
 */
function FilePath({ path }: { readonly path: readonly string[] }) {
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

/** Color and mark of each kind. The icon also has a label, so that the kind doesn't depend on color. */
const marks: Record<FileKind, { color: string; path: string }> = {
  folder: { color: '#c98a1b', path: '' },
  document: { color: '#2f6fbf', path: 'M8 12h8M8 15h8M8 18h5' },
  workbook: { color: '#1d7f4e', path: 'M8 12h8v7H8zM12 12v7M8 15.5h8' },
  presentation: { color: '#c4532d', path: 'M8 18v-3M12 18v-6M16 18v-4' },
  image: { color: '#8454b8', path: 'M8 18l3-4 2 2 1.5-2 1.5 4z' },
  pdf: { color: '#b3363c', path: 'M8 12h8M8 15h3M13 15h3M8 18h8' },
  notebook: { color: '#7a3f9d', path: 'M8 3v18M11 12h5M11 15h5' },
  package: { color: '#6b6b6b', path: 'M8 12h8v6H8zM8 15h8' },
  other: { color: '#6b6b6b', path: '' },
};

function FileIcon({ kind, label }: { readonly kind: FileKind; readonly label: string }) {
  const { color, path } = marks[kind];
  return (
    <svg
      className={styles.icon}
      width="24"
      height="24"
      viewBox="0 0 24 24"
      role="img"
      aria-label={label}
      fill="none"
      stroke={color}
    >
      {kind === 'folder' ? (
        <path
          d="M3 6.5h6l2 2h10v10H3z"
          fill={color}
          fillOpacity="0.25"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      ) : (
        <>
          <path
            d="M5 3h9l5 5v13H5z"
            fill={color}
            fillOpacity="0.12"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          <path d={`M14 3v5h5${path}`} strokeWidth="1.3" strokeLinejoin="round" />
        </>
      )}
    </svg>
  );
}
