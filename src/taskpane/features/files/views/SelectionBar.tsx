import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { formatFor, formatsOf } from '../../../documents/insertJob.ts';
import { itemKind, selectedFiles, type PaneState } from '../../../app/state.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { useAppContext } from '../../../app/context.ts';
import styles from './SelectionBar.module.css';

const insert = { files: 'insert', folders: 'insertFolders', items: 'insertItems' } as const;

/** How many files are chosen, and what can be done with them. */
export function SelectionBar({ state }: { readonly state: PaneState }) {
  const { session, strings, application, canInsert } = useAppContext();
  const { selected, busy, files, preferences } = state;
  const count = selected.length;
  const reasonId = useId();
  const readOnly = !canInsert();
  const format = formatFor(application, preferences.insertFormat[application]);
  return (
    <footer className={styles.bar}>
      {readOnly && (
        <p id={reasonId} className={styles.reason} data-testid="insert-reason" data-code="document_read_only">
          {strings.message('documentReadOnly').text}
        </p>
      )}
      <div className={styles.line}>
        <span className={styles.count} aria-live="polite">
          {count === 0 ? strings.t('firstAction') : strings.t('selected', { count })}
        </span>
        <Button
          className={styles.command}
          data-testid="select-all"
          size="small"
          appearance="transparent"
          disabledFocusable={!files?.length}
          onClick={() => session.select(files ?? [])}
        >
          {strings.t('selectAll')}
        </Button>
        {count > 0 && (
          <Button
            className={styles.command}
            data-testid="clear-selection"
            size="small"
            appearance="transparent"
            onClick={session.clearSelection}
          >
            {strings.t('clearSelection')}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <label className={styles.format}>
          <span className={styles.label}>{strings.t('insertAs')}</span>
          <Choice
            testId="format"
            value={format}
            options={formatsOf[application].map((each) => [each, strings.t(`format_${each}`)])}
            onChange={(chosen) =>
              void session.changePreferences({
                insertFormat: { ...preferences.insertFormat, [application]: chosen },
              })
            }
          />
        </label>
        <div className={styles.insert}>
          <Button
            data-testid="insert"
            appearance="primary"
            disabledFocusable={count === 0 || busy !== null || readOnly}
            aria-describedby={readOnly ? reasonId : undefined}
            onClick={() => void session.insert()}
          >
            {count === 0
              ? strings.t('insertNothing')
              : strings.t(insert[itemKind(selectedFiles(state))], { count })}
          </Button>
        </div>
      </div>
    </footer>
  );
}
