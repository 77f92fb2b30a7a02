import { Button } from '@fluentui/react-components';
import type { Application, InsertPlace } from '../documents/insertJob.ts';
import type { Notice } from './state.ts';
import type { Strings } from '../strings/index.ts';
import { useAppContext } from './context.ts';
import { DismissButton } from './DismissButton.tsx';
import { Message } from '../ui/Message.tsx';

const kinds = {
  inserted: 'success',
  undone: 'success',
  'insert-stopped': 'warning',
  'undo-failed': 'warning',
  'account-changed': 'warning',
} as const satisfies Record<Notice['kind'], string>;

/** Something went well, or differently than the user may think. */
export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { session, strings, application } = useAppContext();
  return (
    <Message
      kind={kinds[notice.kind]}
      text={sentence(notice, application, strings)}
      data-testid="notice"
      data-code={notice.kind.replace('-', '_')}
      actions={
        <>
          {'undo' in notice && notice.undo && (
            <Button data-testid="undo" size="small" onClick={() => void session.undo()}>
              {strings.t('undo')}
            </Button>
          )}
          {notice.kind === 'account-changed' && (
            <Button size="small" onClick={() => void session.switchAccount()}>
              {strings.t('useAnotherAccount')}
            </Button>
          )}
        </>
      }
      end={<DismissButton />}
    />
  );
}
function sentence(notice: Notice, application: Application, strings: Strings): string {
  switch (notice.kind) {
    case 'account-changed':
      return strings.t('accountChanged', { name: notice.name });
    case 'insert-stopped':
      return strings.t('insertStopped', {
        done: strings.number(notice.done),
        total: strings.number(notice.total),
      });
    case 'undone':
      return strings.t('undone');
    case 'undo-failed':
      return strings.t('undoFailed');
    case 'inserted': {
      const { count, place, unlinked } = notice.result;
      const parts = [strings.t(inserted[notice.what], { count }), where(place, application, strings)];
      return [...parts, ...(unlinked ? [strings.t('insertedUnlinked')] : [])].join(' – ');
    }
  }
}

const inserted = { files: 'inserted', folders: 'insertedFolders', items: 'insertedItems' } as const;

function where(place: InsertPlace, application: Application, strings: Strings): string {
  switch (place.kind) {
    case 'newSheet':
      return strings.t('insertedNewSheet', { sheet: place.sheet });
    case 'firstSlide':
      return strings.t('insertedFirstSlide');
    case 'severalSlides':
      return strings.t('insertedSeveralSlides');
    case 'newSlides':
      return strings.t('insertedNewSlides');
    case 'messageStart':
      return strings.t('insertedMessageStart');
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
