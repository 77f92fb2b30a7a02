import { makeStyles } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { FileItem } from '../../contract/api.ts';
import { useSurroundings } from './context.ts';
import { FileRow } from './FileRow.tsx';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: '4px 0' } });

interface Props {
  readonly files: readonly FileItem[];
  /** Ids. */
  readonly selected: readonly string[];
}

/** A listbox as in the ARIA Authoring Practices: one Tab stop, arrows to move, space to choose. */
export function FileList({ files, selected }: Props) {
  const { session, strings } = useSurroundings();
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const [now] = useState(Date.now);
  const chosen = new Set(selected);

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(files.length - 1, index));
    setActive(next);
    const row = list.current?.children[next];
    if (row instanceof HTMLElement) row.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: files.length - 1,
    };
    const target = moves[event.key];
    const file = files[active];
    if (target !== undefined) moveTo(target);
    else if ((event.key === ' ' || event.key === 'Enter') && file) session.toggle(file.id);
    else return;
    event.preventDefault();
  }

  function rowAt(target: EventTarget): number {
    const row = target instanceof Element ? target.closest('[role="option"]') : null;
    return row ? Number(row.getAttribute('aria-posinset')) - 1 : -1;
  }

  function onClick(event: MouseEvent): void {
    const index = rowAt(event.target);
    const file = files[index];
    if (!file) return;
    setActive(index);
    session.toggle(file.id);
  }

  return (
    <ul
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-label={strings.t('fileList')}
      data-testid="file-list"
      className={useStyles().list}
      onKeyDown={onKeyDown}
      onClick={onClick}
      // A screen reader can move the focus by other ways than ours; the arrows start from there.
      onFocus={(event) => setActive(Math.max(0, rowAt(event.target)))}
    >
      {files.map((file, index) => (
        <FileRow
          key={file.id}
          file={file}
          chosen={chosen.has(file.id)}
          active={index === active}
          position={index + 1}
          count={files.length}
          now={now}
        />
      ))}
    </ul>
  );
}
