import { memo } from 'react';
import type { FileItem } from '../../../../contract/api.ts';
import { useFiles } from './context.tsx';
import { FileIcon } from './FileIcon.tsx';
import { FilePath } from './FilePath.tsx';
import { CheckIcon, NewTabIcon } from '../../../ui/icons.tsx';
import { ROW_HEIGHT } from './listWindow.ts';
import { openInBrowser } from '../../../office.ts';
import styles from './FileRow.module.css';

export interface FileRowProps {
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
