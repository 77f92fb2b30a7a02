import type { Application } from '../../contract/api.ts';
import type { InsertJob, InsertPlace, InsertResult, Undo } from '../documents/index.ts';
import type { InsertTask, Notice } from '../features/feature.ts';
import type { PreferencesStore } from '../preferences.ts';
import type { Strings, Text, TextKey } from '../strings/index.ts';
import type { Frame } from './frame.ts';

interface InsertionOptions {
  readonly frame: Pick<Frame, 'run'>;
  readonly preferences: Pick<PreferencesStore, 'get'>;
  readonly application: Application;
  /** Returns the texts in the current language of the pane. */
  readonly strings: () => Strings;
  readonly insertRows: (job: InsertJob) => Promise<InsertResult>;
}

/** Returns a function that writes rows into the document, with progress, Cancel, and Undo. */
export function createInsert({ frame, preferences, application, strings, insertRows }: InsertionOptions) {
  function runUndo(undo: Undo): Promise<void> {
    return frame.run({
      label: ({ t }) => t('undoing'),
      writes: true,
      async work({ signal, notify }) {
        const undone = await undo(signal);
        notify(
          undone
            ? { code: 'undone', kind: 'success', text: ({ t }) => t('undone') }
            : { code: 'undo_failed', kind: 'warning', text: ({ t }) => t('undoFailed') },
        );
      },
    });
  }

  function withUndo(notice: Notice, undo: Undo | undefined): Notice {
    if (!undo) return notice;
    return { ...notice, action: { id: 'undo', label: ({ t }) => t('undo'), run: () => void runUndo(undo) } };
  }

  return function insert({ content, inserted, onInserted }: InsertTask): Promise<void> {
    const rows = content(strings());
    const total = rows.rows.length;
    if (total === 0) return Promise.resolve();
    return frame.run({
      label: ({ t }) => t('inserting'),
      writes: true,
      async work({ signal, progress, notify }) {
        let done = 0;
        let undo: Undo | undefined;
        try {
          const result = await insertRows({
            ...rows,
            format: preferences.get().values.insertFormat[application],
            signal,
            onProgress(now) {
              done = now;
              progress(now, total);
            },
            onUndo: (offered) => (undo = offered),
          });
          const text = insertedText(inserted, result, application);
          notify(withUndo({ code: 'inserted', kind: 'success', text }, undo));
          onInserted?.();
        } catch (error) {
          // Always report a partial insert.
          const isComplete = error === signal.reason;
          if (signal.aborted || done > 0) notify(withUndo(stoppedNotice(done, total, isComplete), undo));
          throw error;
        }
      },
    });
  };
}

/** @param isComplete whether the last request to Office completed. If it failed, some of its rows may be in the document. */
function stoppedNotice(done: number, total: number, isComplete: boolean): Notice {
  return {
    code: 'insert_stopped',
    kind: 'warning',
    text({ t, number }) {
      const numbers = { done: number(done), total: number(total) };
      if (!isComplete) return t('insertStoppedUnsure', numbers);
      return done === 0 ? t('insertStoppedEarly') : t('insertStopped', numbers);
    },
  };
}

function insertedText(inserted: Text, { place, unlinked }: InsertResult, application: Application): Text {
  return (strings) => {
    const where =
      place.kind === 'newSheet'
        ? strings.t('insertedNewSheet', { sheet: place.sheet })
        : strings.t(place.kind === 'selection' ? selections[application] : places[place.kind]);
    return [inserted(strings), where, ...(unlinked ? [strings.t('insertedUnlinked')] : [])].join(' ');
  };
}

const places = {
  firstSlide: 'insertedFirstSlide',
  severalSlides: 'insertedSeveralSlides',
  newSlides: 'insertedNewSlides',
  messageStart: 'insertedMessageStart',
  slide: 'insertedSlide',
} as const satisfies Record<Exclude<InsertPlace['kind'], 'newSheet' | 'selection'>, TextKey>;

const selections = {
  word: 'insertedDocument',
  excel: 'insertedCells',
  powerpoint: 'insertedSlide',
  outlook: 'insertedMessage',
} as const satisfies Record<Application, TextKey>;
