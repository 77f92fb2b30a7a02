import { makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { useSurroundings } from './context.ts';
import { EmptyState } from './EmptyState.tsx';
import { FileList } from './FileList.tsx';
import { Header } from './Header.tsx';
import { LoadMore } from './LoadMore.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { Progress } from './Progress.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SignedOut } from './SignedOut.tsx';
import { Skeleton } from './Skeleton.tsx';
import { TroubleMessage } from './TroubleMessage.tsx';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  main: { flexGrow: 1, display: 'flex', flexDirection: 'column' },
});

export function Pane() {
  const { session } = useSurroundings();
  const state = useSyncExternalStore(session.subscribe, session.get);
  const styles = useStyles();
  const { me, files, busy, trouble, notice } = state;
  const opening = busy?.work === 'loading' && me === null;
  const noDrive = trouble?.problem.code === 'no_drive' ? trouble : null;
  return (
    <div className={styles.pane}>
      <Header state={state} />
      {/* Always in the page: a live region that appears together with its text is not read out. */}
      <div role="alert">{trouble && !noDrive && <TroubleMessage trouble={trouble} />}</div>
      <div role="status">
        {notice && <NoticeBar notice={notice} />}
        {busy && <Progress key={busy.work} busy={busy} />}
      </div>
      <main className={styles.main} aria-busy={busy !== null}>
        {opening && <Skeleton />}
        {me === null && !opening && <SignedOut signingIn={busy !== null} />}
        {me !== null && noDrive && <EmptyState trouble={noDrive} />}
        {me !== null && !noDrive && files?.length === 0 && <EmptyState />}
        {files !== null && files.length > 0 && <FileList files={files} selected={state.selected} />}
        {state.nextCursor !== null && <LoadMore busy={busy !== null} />}
      </main>
      {files !== null && files.length > 0 && (
        <SelectionBar count={state.selected.length} busy={busy !== null} />
      )}
    </div>
  );
}
