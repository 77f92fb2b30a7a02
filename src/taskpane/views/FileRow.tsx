import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { FileItem } from '../../contract/api.ts';
import { useSurroundings } from './context.ts';
import { FileIcon } from './FileIcon.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '7px 16px',
    minHeight: '38px',
    cursor: 'pointer',
    // Thousands of rows: what is not on the screen is not laid out.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 52px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`,
    ':dir(rtl)': { boxShadow: `inset -3px 0 ${tokens.colorBrandStroke1}` },
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  text: { minWidth: 0, flexGrow: 1 },
  name: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface FileRowProps {
  readonly file: FileItem;
  readonly chosen: boolean;
  /** The one row that the Tab key leads to. */
  readonly active: boolean;
  readonly position: number;
  readonly count: number;
  /** Milliseconds since 1970, for "2 hours ago". */
  readonly now: number;
}

export const FileRow = memo(function FileRow({ file, chosen, active, position, count, now }: FileRowProps) {
  const { strings } = useSurroundings();
  const styles = useStyles();
  return (
    <li
      role="option"
      aria-selected={chosen}
      aria-posinset={position}
      aria-setsize={count}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(styles.row, chosen && styles.chosen)}
      data-testid="file-item"
      data-id={file.id}
      data-name={file.name}
    >
      <FileIcon kind={file.kind} label={strings.t(`kind_${file.kind}`)} />
      <span className={styles.text}>
        <bdi className={styles.name} title={file.name}>
          {file.name}
        </bdi>
        <span className={styles.facts}>
          {file.lastModified !== null && (
            <time dateTime={file.lastModified} title={strings.moment(file.lastModified)}>
              {strings.changed(file.lastModified, now)}
            </time>
          )}
          {file.lastModified !== null && file.size !== null && ' · '}
          {strings.size(file.size)}
        </span>
      </span>
    </li>
  );
});
