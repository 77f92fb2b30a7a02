import { makeStyles, tokens } from '@fluentui/react-components';
import type { Application, InsertPlace } from '../documents/insertJob.ts';
import type { Notice } from '../session/state.ts';
import type { Strings } from '../strings/index.ts';
import { Button } from './Button.tsx';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 16px',
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  attention: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
  },
  text: { flexGrow: 1, flexBasis: '12rem' },
});

/** Something went well, or differently than the user may think. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { session, strings, application } = useSurroundings();
  const styles = useStyles();
  const changed = notice.kind === 'account-changed';
  return (
    <div
      className={changed ? `${styles.notice} ${styles.attention}` : styles.notice}
      data-testid="notice"
      data-code={notice.kind.replace('-', '_')}
    >
      <span className={styles.text}>{sentence(notice, application, strings)}</span>
      {'undo' in notice && notice.undo && (
        <Button data-testid="undo" size="small" onClick={() => void session.undo()}>
          {strings.t('undo')}
        </Button>
      )}
      {changed && (
        <Button size="small" onClick={() => void session.switchAccount()}>
          {strings.t('useAnotherAccount')}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={session.dismiss}>
        {strings.t('dismiss')}
      </Button>
    </div>
  );
}

function sentence(notice: Notice, application: Application, strings: Strings): string {
  switch (notice.kind) {
    case 'account-changed':
      return strings.t('accountChanged', { name: notice.name });
    case 'insert-stopped':
      return strings.t('insertStopped');
    case 'undone':
      return strings.t('undone');
    case 'undo-failed':
      return strings.t('undoFailed');
    case 'inserted': {
      const { count, place } = notice.result;
      return `${strings.t('inserted', { count })} – ${where(place, application, strings)}`;
    }
  }
}

function where(place: InsertPlace, application: Application, strings: Strings): string {
  switch (place.kind) {
    case 'newSheet':
      return strings.t('insertedNewSheet', { sheet: place.sheet });
    case 'firstSlide':
      return strings.t('insertedFirstSlide');
    case 'severalSlides':
      return strings.t('insertedSeveralSlides');
    case 'slide':
      return strings.t('insertedSlide');
    case 'selection':
      return strings.t(selections[application]);
  }
}

const selections = {
  word: 'insertedDocument',
  excel: 'insertedCells',
  powerpoint: 'insertedSlide',
  outlook: 'insertedMessage',
} as const satisfies Record<Application, string>;
