import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { FileItem } from '../../contract/api.ts';
import { useSurroundings } from './context.ts';
import { FileIcon } from './FileIcon.tsx';
import { CheckIcon, ChevronIcon } from './icons.tsx';
import { ROW_HEIGHT } from './listWindow.ts';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInlineStart: 0,
    insetInlineEnd: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    paddingInlineStart: '12px',
    paddingInlineEnd: '8px',
    cursor: 'pointer',
    userSelect: 'none',
    // Moving by keys must not leave the row below the bar at the bottom.
    scrollMarginBlock: '120px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  box: {
    flexShrink: 0,
    width: '16px',
    height: '16px',
    boxSizing: 'border-box',
    display: 'grid',
    placeItems: 'center',
    borderRadius: '3px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: 'transparent',
  },
  boxChosen: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  text: { minWidth: 0, flexGrow: 1 },
  name: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  facts: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  open: {
    flexShrink: 0,
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    borderRadius: '4px',
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':dir(rtl)': { transform: 'scaleX(-1)' },
  },
});

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
  const styles = useStyles();
  const { name, lastModified, size, kind } = file;
  // What is in a folder is often counted later, so that none says nothing.
  const sizeText = kind === 'folder' && size === 0 ? '' : strings.size(size);
  return (
    <li
      role="option"
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(styles.row, chosen && styles.chosen)}
      style={{ top: index * ROW_HEIGHT, height: ROW_HEIGHT }}
      data-testid="file-item"
      data-id={file.id}
      data-name={name}
    >
      <span className={mergeClasses(styles.box, chosen && styles.boxChosen)} aria-hidden="true">
        <CheckIcon />
      </span>
      <FileIcon kind={kind} label={strings.t(`kind_${kind}`)} />
      <span className={styles.text}>
        <bdi className={styles.name} title={name}>
          {name}
        </bdi>
        <span className={styles.facts}>
          {lastModified !== null && (
            <time dateTime={lastModified} title={strings.moment(lastModified)}>
              {strings.changed(lastModified, now)}
            </time>
          )}
          {lastModified !== null && sizeText !== '' && ' · '}
          {sizeText}
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
