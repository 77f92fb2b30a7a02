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
import type { FileItem } from '../../../../contract/api.ts';
import { folderOf } from '../place.ts';
import { useFiles } from './context.tsx';
import { FileRow } from './FileRow.tsx';
import { findByName, listAction } from './listKeys.ts';
import { ROW_HEIGHT, rowsToShow, useRowsInView } from './listWindow.ts';
import styles from './FileList.module.css';

/** Letters that are typed within this time belong to one word. */
const TYPING_MS = 700;

interface Props {
  readonly files: readonly FileItem[];
  /** Ids. */
  readonly selected: readonly string[];
  readonly canOpen: boolean;
  /** More can be loaded, so that the size of the whole list is not known. */
  readonly more: boolean;
  /** The list before this one had the focus when it went away: opening a folder must not lose it. */
  readonly focusWasHereRef: RefObject<boolean>;
}

/**
 * A grid as in the ARIA Authoring Practices, with the focus on rows: arrows to move, Space to select, Enter to open a
 * folder; Tab leads from the row to its link. The name of a folder opens it, the rest of its row selects it. Of a long
 * list only the rows in view are in the page (docs/decisions/0011-list-of-files.md).
 */
export function FileList({ files, selected, canOpen, more, focusWasHereRef }: Props) {
  const { files: actions, strings } = useFiles();
  const help = useId();
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState('');
  const [now] = useState(Date.now);
  const anchor = useRef('');
  const typed = useRef({ text: '', at: 0 });
  const toFocus = useRef(false);
  const range = useRowsInView(list, files.length);
  const chosen = new Set(selected);
  // By id, because more of the list, or a refresh, can move the row.
  const indexOf = useMemo(() => new Map(files.map(({ id }, index) => [id, index] as const)), [files]);
  const active = indexOf.get(activeId) ?? 0;
  const setActive = (index: number) => setActiveId(files[index]?.id ?? '');

  // For `npm run bench -- pane`, and for whoever looks into the browser's profile.
  useEffect(() => void performance.mark('pane-usable'), []);

  useLayoutEffect(() => {
    const here = list.current;
    if (focusWasHereRef.current) {
      focusWasHereRef.current = false;
      here?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    }
    return () => {
      focusWasHereRef.current = here?.contains(document.activeElement) ?? false;
    };
  }, [focusWasHereRef]);

  useLayoutEffect(() => {
    if (!toFocus.current) return;
    toFocus.current = false;
    const row = list.current?.querySelector<HTMLElement>(`[aria-rowindex="${active + 1}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });

  function moveTo(index: number): void {
    toFocus.current = true;
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
    const folder = file && canOpen ? folderOf(file) : null;
    if (folder) void actions.openFolder(folder);
  }

  const opens = (file: FileItem | undefined) => canOpen && file !== undefined && folderOf(file) !== null;

  /** @param at milliseconds, of the event */
  function find(letter: string, at: number): void {
    const text = at - typed.current.at < TYPING_MS ? typed.current.text + letter : letter;
    typed.current = { text, at };
    const names = files.map(({ name }) => name);
    const found = findByName(names, text, active);
    if (found >= 0) moveTo(found);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The link of a row has its own keys.
    if (event.target instanceof HTMLAnchorElement && (event.key === 'Enter' || event.key === ' ')) return;
    const page = Math.max(1, Math.floor(innerHeight / ROW_HEIGHT) - 2);
    const facts = { active, count: files.length, page, opens: opens(files[active]) };
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
        return find(action.letter, event.timeStamp);
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
        // -1: more can be loaded, so that the whole is not known.
        aria-rowcount={more ? -1 : files.length}
        aria-label={strings.t('fileList')}
        aria-describedby={help}
        data-testid="file-list"
        className={styles.list}
        style={{ height: files.length * ROW_HEIGHT }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => open(rowAt(event.target))}
        // A screen reader can move the focus by other ways than ours; the arrows start from there.
        onFocus={(event) => setActive(Math.max(0, rowAt(event.target)))}
      >
        {rowsToShow(range, active, files.length).map((index) => {
          const file = files[index];
          return (
            file && (
              <FileRow
                key={file.id}
                file={file}
                chosen={chosen.has(file.id)}
                active={index === active}
                opens={opens(file)}
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
