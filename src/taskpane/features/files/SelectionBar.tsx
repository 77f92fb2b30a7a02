import { Button } from '@fluentui/react-components';
import { useId, useSyncExternalStore } from 'react';
import type { Preferences } from '../../../contract/api.ts';
import { formatFor, formatsOf } from '../../documents/index.ts';
import { Choice } from '../../ui/controls.tsx';
import { useFiles } from './files.ts';
import { itemKind, selectedFiles, type FilesState } from './filesState.ts';
import styles from './files.module.css';

/** The selection bar, if there is something to select or insert. */
export function FilesDock() {
  const { files, context } = useFiles();
  const state = useSyncExternalStore(files.subscribe, files.get);
  const { busy } = useSyncExternalStore(context.frame.subscribe, context.frame.get);
  const { values } = useSyncExternalStore(context.preferences.subscribe, context.preferences.get);
  if (!state.files?.length && state.selected.length === 0) return null;
  return <SelectionBar state={state} busy={busy !== null} preferences={values} />;
}

const insertKeys = { files: 'insert', folders: 'insertFolders', items: 'insertItems' } as const;

interface Props {
  readonly state: FilesState;
  readonly busy: boolean;
  readonly preferences: Preferences;
}

/** Shows the number of selected files, with buttons to select, clear, and insert. */
export function SelectionBar({ state, busy, preferences }: Props) {
  const { files: actions, context, strings } = useFiles();
  const { application, canInsert } = context;
  const { selected, files } = state;
  const count = selected.length;
  const reasonId = useId();
  const readOnly = !canInsert();
  const format = formatFor(application, preferences.insertFormat[application]);
  return (
    <footer className={styles.bar}>
      {readOnly && (
        <p id={reasonId} className={styles.reason} data-testid="insert-reason" data-code="document_read_only">
          {strings.t('documentReadOnly')}
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
          onClick={() => actions.select(files ?? [])}
        >
          {strings.t('selectAll')}
        </Button>
        {count > 0 && (
          <Button
            className={styles.command}
            data-testid="clear-selection"
            size="small"
            appearance="transparent"
            onClick={actions.clearSelection}
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
              context.preferences.change({
                insertFormat: { ...preferences.insertFormat, [application]: chosen },
              })
            }
          />
        </label>
        <div className={styles.insert}>
          <Button
            data-testid="insert"
            appearance="primary"
            disabledFocusable={count === 0 || busy || readOnly}
            aria-describedby={readOnly ? reasonId : undefined}
            onClick={() => void actions.insert()}
          >
            {count === 0
              ? strings.t('insertNothing')
              : strings.t(insertKeys[itemKind(selectedFiles(state))], { count })}
          </Button>
        </div>
      </div>
    </footer>
  );
}
