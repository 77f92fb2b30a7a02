import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { applications, pageSizes, type InsertFormat } from '../../contract/preferences.ts';
import { formatFor, formatsOf } from '../documents/insertJob.ts';
import type { PaneState, Saving } from '../session/state.ts';
import { languageTags } from '../strings/languages.ts';
import type { TextKey } from '../strings/index.ts';
import { Button } from './Button.tsx';
import { Choice } from './Choice.tsx';
import { useSurroundings } from './context.ts';
import { SortChoice } from './SortChoice.tsx';

const useStyles = makeStyles({
  settings: { padding: '12px 16px 24px', display: 'flex', flexDirection: 'column', gap: '14px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  title: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase400, outline: 'none' },
  field: { display: 'flex', flexDirection: 'column', gap: '4px' },
  state: { minHeight: '20px', margin: 0, color: tokens.colorNeutralForeground2 },
  remove: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '14px' },
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
});

const stateText: Record<Exclude<Saving, 'idle'>, TextKey> = {
  saving: 'saving',
  saved: 'saved',
  deleted: 'settingsDeleted',
  failed: 'notSaved',
};

const OFFICE = 'office';

/** The user's own choices; each holds at once. In a chunk of its own: few open it. */
export function Settings({ state, onClose }: { readonly state: PaneState; readonly onClose: () => void }) {
  const { session, strings } = useSurroundings();
  const styles = useStyles();
  const { t } = strings;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { preferences, saving } = state;
  return (
    <section
      className={styles.settings}
      data-testid="settings"
      aria-label={t('settings')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {t('settings')}
        </h2>
        <Button size="small" data-testid="close-settings" onClick={onClose}>
          {t('closeSettings')}
        </Button>
      </div>
      <Field label={t('language')}>
        {(id) => (
          <Choice
            id={id}
            testId="language"
            value={preferences.language ?? OFFICE}
            options={[
              [OFFICE, t('languageOfOffice')],
              ...languageTags.map((tag) => [tag, ownName(tag)] as const),
            ]}
            onChange={(tag) => void session.changePreferences({ language: tag === OFFICE ? null : tag })}
          />
        )}
      </Field>
      <Field label={t('sortBy')}>
        {(id) => <SortChoice id={id} by={preferences.sortBy} descending={preferences.sortDescending} />}
      </Field>
      <Field label={t('pageSize')}>
        {(id) => (
          <Choice
            id={id}
            testId="page-size"
            value={String(preferences.pageSize)}
            options={pageSizes.map((size) => [String(size), strings.number(size)])}
            onChange={(chosen) => {
              const pageSize = pageSizes.find((size) => String(size) === chosen);
              if (pageSize) void session.changePreferences({ pageSize });
            }}
          />
        )}
      </Field>
      {applications.map((application) => (
        <Field key={application} label={`${t('insertAs')} (${productNames[application]})`}>
          {(id) => (
            <Choice<InsertFormat>
              id={id}
              testId={`format-${application}`}
              value={formatFor(application, preferences.insertFormat[application])}
              options={formatsOf[application].map((format) => [format, t(`format_${format}`)])}
              onChange={(format) =>
                void session.changePreferences({
                  insertFormat: { ...preferences.insertFormat, [application]: format },
                })
              }
            />
          )}
        </Field>
      ))}
      <p role="status" className={styles.state} data-testid="saving" data-state={saving}>
        {saving !== 'idle' && t(stateText[saving])}
      </p>
      <div className={styles.remove}>
        <p className={styles.text}>{t('deleteSettingsText')}</p>
        <Button data-testid="delete-settings" onClick={() => void session.deletePreferences()}>
          {t('deleteSettings')}
        </Button>
      </div>
    </section>
  );
}

/** Names are not translated. */
const productNames = { word: 'Word', excel: 'Excel', powerpoint: 'PowerPoint', outlook: 'Outlook' } as const;

/** Each language in its own words, so that whoever cannot read the present one finds the way out. */
function ownName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

interface FieldProps {
  readonly label: string;
  readonly children: (id: string) => React.ReactNode;
}

function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div className={useStyles().field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
