import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { FileQuery } from '../../../contract/api.ts';
import { problemRow } from '../../../contract/catalogue.ts';
import type { SharedTexts, Strings } from '../../strings/index.ts';
import { messageOf } from '../../strings/messages.ts';
import { Button } from '../../ui/controls.tsx';
import { Diagnostics } from '../../ui/Message.tsx';
import type { PaneError } from '../feature.ts';
import { useFiles, type FilesTexts } from './files.ts';
import { home, type Folder, type Place } from './filesState.ts';
import styles from './deferredViews.module.css';

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

interface EmptyStateProps {
  readonly place: Place;
  /** The problem, if the user has no OneDrive. */
  readonly error?: PaneError;
  /** Shared with FileList: whether the previous view had the focus. */
  readonly hadFocusRef: RefObject<boolean>;
}

/** Explains why there are no files, with one button. */
export function EmptyState({ place, error, hadFocusRef }: EmptyStateProps) {
  const { files, context, strings } = useFiles();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (hadFocusRef.current) heading.current?.focus();
    hadFocusRef.current = false;
  }, [hadFocusRef]);
  const { title, text } = error
    ? messageOf(strings, problemRow(error.problem.code).message)
    : emptyTexts(place, strings);
  const problem = error && {
    'data-testid': 'message',
    'data-code': error.problem.code,
    'data-reaction': error.reaction,
  };
  return (
    <section className={styles.empty} data-testid="empty-state">
      <div {...problem}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <p className={styles.text}>{text}</p>
        {error ? (
          <Button data-testid="message-action" onClick={() => void context.switchAccount()}>
            {strings.t('useAnotherAccount')}
          </Button>
        ) : place.search !== '' ? (
          <Button onClick={() => void files.go(home)}>{strings.t('clearSearch')}</Button>
        ) : place.folders.length > 0 ? (
          <Button data-testid="back" onClick={() => void files.back()}>
            {strings.t('back')}
          </Button>
        ) : (
          <Button data-testid="refresh-empty" onClick={() => void files.go(place)}>
            {strings.t('refresh')}
          </Button>
        )}
        {error && <Diagnostics problem={error.problem} />}
      </div>
    </section>
  );
}

function emptyTexts(
  { view, folders, search }: Place,
  strings: Strings<SharedTexts & FilesTexts>,
): { title: string; text: string } {
  const { t } = strings;
  if (search !== '') return { title: t('nothingFoundTitle'), text: t('nothingFoundText', { text: search }) };
  if (view === 'recent') return { title: t('emptyRecentTitle'), text: t('emptyRecentText') };
  if (view === 'shared') return { title: t('emptySharedTitle'), text: t('emptySharedText') };
  if (folders.length > 0) return { title: t('emptyFolderTitle'), text: t('emptyFolderText') };
  return { title: t('emptyDriveTitle'), text: t('emptyDriveText') };
}

/** Shows the actual order if OneDrive doesn't support the requested one. */
export function SortNotice({ sort }: { readonly sort: FileQuery['sort'] }) {
  const { strings } = useFiles();
  const order = sort && strings.t(sort.descending ? `sort_${sort.by}_down` : `sort_${sort.by}`);
  return (
    <p className={styles.notice} data-testid="sort-notice">
      {order === null ? strings.t('orderMissing') : strings.t('orderReplaced', { order })}
    </p>
  );
}

interface ListEndProps {
  readonly place: Place;
  readonly count: number;
  readonly hasMore: boolean;
  /** Whether there are more files that can't be loaded. */
  readonly incomplete: boolean;
  readonly busy: boolean;
}

/** The end of the list: a button to load more, a note that the rest is missing, or the number of items. */
export function ListEnd({ place, count, hasMore, incomplete, busy }: ListEndProps) {
  const { files, strings } = useFiles();
  if (incomplete) {
    return (
      <div className={styles.more} role="group" data-testid="list-incomplete">
        <p className={styles.end}>{strings.t('restNotLoaded')}</p>
        <Button disabledFocusable={busy} onClick={() => void files.go(place)}>
          {strings.t('retry')}
        </Button>
      </div>
    );
  }
  if (!hasMore) return <p className={styles.end}>{strings.t('endOfList', { count })}</p>;
  return (
    <div className={styles.more}>
      {count === 0 && <p className={styles.end}>{strings.t('nothingSoFar')}</p>}
      <Button data-testid="load-more" disabledFocusable={busy} onClick={() => void files.loadMore()}>
        {strings.t('loadMore')}
      </Button>
    </div>
  );
}

/** Explains the pane in three lines. */
export function Welcome() {
  const { context, strings } = useFiles();
  return (
    <section className={styles.card} data-testid="welcome" aria-label={strings.t('welcomeTitle')}>
      <h2 className={styles.welcomeTitle}>{strings.t('welcomeTitle')}</h2>
      <ol className={styles.lines}>
        <li>{strings.t('welcomeChoose')}</li>
        <li>{strings.t('welcomeInsert')}</li>
        <li>{strings.t('welcomeAccess')}</li>
      </ol>
      <Button
        size="small"
        data-testid="welcome-done"
        onClick={() => context.preferences.change({ welcomed: true })}
      >
        {strings.t('welcomeDone')}
      </Button>
    </section>
  );
}
