import { memo } from 'react';
import type { FileItem } from '../../contract/api.ts';
import { useSurroundings } from './context.ts';
import { FileIcon } from './FileIcon.tsx';
import { FilePath } from './FilePath.tsx';
import { CheckIcon, ChevronIcon } from './icons.tsx';
import { ROW_HEIGHT } from './listWindow.ts';
import styles from './FileRow.module.css';

export interface FileRowProps {
  readonly file: FileItem;
  readonly chosen: boolean;
  /** The one row that the Tab key leads to. */
  readonly active: boolean;
  /** A folder that can be opened. */
  readonly opens: boolean;
  readonly index: number;
  /** -1: not known yet. */
  readonly count: number;
  /** Milliseconds since 1970, for "2 hours ago". */
  readonly now: number;
}

export const FileRow = memo(function FileRow({
  file,
  chosen,
  active,
  opens,
  index,
  count,
  now,
}: FileRowProps) {
  const { strings } = useSurroundings();
  const { name, lastModified, size, kind, path } = file;
  // What is in a folder is often counted later, so that none says nothing.
  const sizeText = kind === 'folder' && size === 0 ? '' : strings.size(size);
  return (
    <li
      role="option"
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={count}
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
      <FileIcon kind={kind} label={strings.t(`kind_${kind}`)} />
      <span className={styles.text}>
        <span className={styles.name} dir="auto" title={name}>
          {name}
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
      {/* For the pointer; by keyboard it is Enter, and a screen reader hears that of the list. */}
      {opens && (
        <span
          className={styles.open}
          data-opens=""
          data-testid="open-folder"
          title={strings.t('openFolder')}
          aria-hidden="true"
        >
          <ChevronIcon />
        </span>
      )}
    </li>
  );
});
