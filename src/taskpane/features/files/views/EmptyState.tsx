import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { problemRow } from '../../../../contract/catalogue.ts';
import { home, type Place } from '../place.ts';
import type { PaneError } from '../../../app/state.ts';
import type { Strings } from '../../../strings/index.ts';
import { useAppContext } from '../../../app/context.ts';
import { Diagnostics } from '../../../app/Diagnostics.tsx';
import styles from './EmptyState.module.css';

interface Props {
  readonly place: Place;
  /** Where it is more than an empty folder. */
  readonly trouble?: PaneError;
  /** As of FileList. */
  readonly focusWasHereRef: RefObject<boolean>;
}

/** No files, and why. */
export function EmptyState({ place, trouble, focusWasHereRef }: Props) {
  const { session, strings } = useAppContext();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (focusWasHereRef.current) heading.current?.focus();
    focusWasHereRef.current = false;
  }, [focusWasHereRef]);
  const { title, text } = trouble
    ? strings.message(problemRow(trouble.problem.code).message)
    : words(place, strings);
  const problem = trouble && {
    'data-testid': 'message',
    'data-code': trouble.problem.code,
    'data-reaction': trouble.reaction,
  };
  return (
    <section className={styles.empty} data-testid="empty-state">
      <div {...problem}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <p className={styles.text}>{text}</p>
        {trouble ? (
          <Button data-testid="message-action" onClick={() => void session.switchAccount()}>
            {strings.t('useAnotherAccount')}
          </Button>
        ) : place.search !== '' ? (
          <Button onClick={() => void session.go(home)}>{strings.t('clearSearch')}</Button>
        ) : place.folders.length > 0 ? (
          <Button data-testid="back" onClick={() => void session.back()}>
            {strings.t('back')}
          </Button>
        ) : (
          <Button data-testid="refresh-empty" onClick={() => void session.go(place)}>
            {strings.t('refresh')}
          </Button>
        )}
        {trouble && <Diagnostics problem={trouble.problem} />}
      </div>
    </section>
  );
}

function words({ view, folders, search }: Place, strings: Strings): { title: string; text: string } {
  const { t } = strings;
  if (search !== '') return { title: t('nothingFoundTitle'), text: t('nothingFoundText', { text: search }) };
  if (view === 'recent') return { title: t('emptyRecentTitle'), text: t('emptyRecentText') };
  if (view === 'shared') return { title: t('emptySharedTitle'), text: t('emptySharedText') };
  if (folders.length > 0) return { title: t('emptyFolderTitle'), text: t('emptyFolderText') };
  return { title: t('emptyDriveTitle'), text: t('emptyDriveText') };
}
