import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { problemRow } from '../../../../contract/catalogue.ts';
import { home, type Place } from '../place.ts';
import type { PaneError } from '../../feature.ts';
import type { SharedTexts, Strings } from '../../../strings/index.ts';
import type { FilesTexts } from '../strings.ts';
import { useFiles } from './context.tsx';
import { Diagnostics } from '../../../ui/Diagnostics.tsx';
import { messageOf } from '../../../strings/messageOf.ts';
import styles from './EmptyState.module.css';

interface Props {
  readonly place: Place;
  /** The problem, if the user has no OneDrive. */
  readonly error?: PaneError;
  /** Shared with FileList: whether the previous view had the focus. */
  readonly hadFocusRef: RefObject<boolean>;
}

/** Explains why there are no files, with one button. */
export function EmptyState({ place, error, hadFocusRef }: Props) {
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
