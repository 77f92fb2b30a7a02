import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { FileItem } from '../../../contract/api.ts';
import { FileRow } from './FileRow.tsx';
import { useFiles } from './files.ts';
import { findByName, listAction, ROW_HEIGHT, rowsToRender, useRowsInView } from './list.ts';
import { openableFolder } from './filesState.ts';
import styles from './files.module.css';

/** Letters typed within this time form one search text. */
const TYPING_MS = 700;

interface Props {
  readonly files: readonly FileItem[];
  /** Ids. */
  readonly selected: readonly string[];
  readonly canOpen: boolean;
  /** Whether more files can be loaded, so that the total is unknown. */
  readonly hasMore: boolean;
  /** Whether the previous view had the focus when it unmounted, so that opening a folder keeps the focus. */
  readonly hadFocusRef: RefObject<boolean>;
}

/**
 * A grid as in the ARIA Authoring Practices, with the focus on rows: arrow keys move, Space selects, Enter opens a folder,
 * Tab moves from a row to its link. Clicking the name of a folder opens it; clicking elsewhere in the row selects it. Long
 * lists render only the rows in view (docs/decisions/0011-list-of-files.md).
 */
export function FileList({ files, selected, canOpen, hasMore, hadFocusRef }: Props) {
  const { files: actions, strings } = useFiles();
  const help = useId();
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState('');
  const [now] = useState(Date.now);
  const anchor = useRef('');
  const typed = useRef({ text: '', at: 0 });
  const needsFocus = useRef(false);
  const range = useRowsInView(list, files.length);
  const selectedIds = new Set(selected);
  // The active row is kept by id, because loading more or a refresh can move it.
  const indexOf = useMemo(() => new Map(files.map(({ id }, index) => [id, index] as const)), [files]);
  const active = indexOf.get(activeId) ?? 0;
  const setActive = (index: number) => setActiveId(files[index]?.id ?? '');

  // For `npm run bench -- pane` and browser profiles.
  useEffect(() => void performance.mark('pane-usable'), []);

  useLayoutEffect(() => {
    const element = list.current;
    if (hadFocusRef.current) {
      hadFocusRef.current = false;
      element?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    }
    return () => {
      hadFocusRef.current = element?.contains(document.activeElement) ?? false;
    };
  }, [hadFocusRef]);

  useLayoutEffect(() => {
    if (!needsFocus.current) return;
    needsFocus.current = false;
    const row = list.current?.querySelector<HTMLElement>(`[aria-rowindex="${active + 1}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });

  function moveTo(index: number): void {
    needsFocus.current = true;
    setActive(index);
  }

  function selectTo(index: number): void {
    const start = indexOf.get(anchor.current) ?? 0;
    actions.select(files.slice(Math.min(start, index), Math.max(start, index) + 1));
  }

  function toggle(index: number): void {
    const file = files[index];
    if (!file) return;
    anchor.current = file.id;
    actions.toggle(file.id);
  }

  function open(index: number): void {
    const file = files[index];
    const folder = file && canOpen ? openableFolder(file) : null;
    if (folder) void actions.openFolder(folder);
  }

  const canOpenFile = (file: FileItem | undefined) =>
    canOpen && file !== undefined && openableFolder(file) !== null;

  /** @param at time of the event in milliseconds */
  function findName(letter: string, at: number): void {
    const text = at - typed.current.at < TYPING_MS ? typed.current.text + letter : letter;
    typed.current = { text, at };
    const names = files.map(({ name }) => name);
    const found = findByName(names, text, active);
    if (found >= 0) moveTo(found);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // These keys activate the link of a row.
    if (event.target instanceof HTMLAnchorElement && (event.key === 'Enter' || event.key === ' ')) return;
    const page = Math.max(1, Math.floor(innerHeight / ROW_HEIGHT) - 2);
    const facts = { active, count: files.length, page, canOpen: canOpenFile(files[active]) };
    const action = listAction(event, facts);
    if (!action) return;
    event.preventDefault();
    switch (action.kind) {
      case 'move':
        anchor.current = files[action.to]?.id ?? '';
        return moveTo(action.to);
      case 'extend':
        selectTo(action.to);
        return moveTo(action.to);
      case 'toggle':
        return toggle(active);
      case 'open':
        return open(active);
      case 'all':
        return actions.select(files);
      case 'find':
        return findName(action.letter, event.timeStamp);
    }
  }

  function rowAt(target: EventTarget): number {
    const row = target instanceof Element ? target.closest('[role="row"]') : null;
    return row ? Number(row.getAttribute('aria-rowindex')) - 1 : -1;
  }

  function onClick(event: MouseEvent): void {
    const index = rowAt(event.target);
    if (!files[index]) return;
    setActive(index);
    if (event.target instanceof Element && event.target.closest('[data-opens]')) open(index);
    else if (event.shiftKey) selectTo(index);
    else toggle(index);
  }

  return (
    <>
      <div
        ref={list}
        role="grid"
        aria-multiselectable="true"
        // -1: the total is unknown.
        aria-rowcount={hasMore ? -1 : files.length}
        aria-label={strings.t('fileList')}
        aria-describedby={help}
        data-testid="file-list"
        className={styles.list}
        style={{ height: files.length * ROW_HEIGHT }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => open(rowAt(event.target))}
        // A screen reader can move the focus to another row: the arrow keys continue from there.
        onFocus={(event) => setActive(Math.max(0, rowAt(event.target)))}
      >
        {rowsToRender(range, active, files.length).map((index) => {
          const file = files[index];
          return (
            file && (
              <FileRow
                key={file.id}
                file={file}
                selected={selectedIds.has(file.id)}
                active={index === active}
                canOpen={canOpenFile(file)}
                index={index}
                now={now}
              />
            )
          );
        })}
      </div>
      <span id={help} className={styles.help}>
        {strings.t('listHelp')}
      </span>
    </>
  );
}
