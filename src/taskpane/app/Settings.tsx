import { Button, Field } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { addinApplications } from '../../contract/applications.ts';
import { pageSizes, type InsertFormat } from '../../contract/preferences.ts';
import { formatFor, formatsOf } from '../documents/insertJob.ts';
import { listOffers } from '../features/files/place.ts';
import type { PaneState, Saving } from './state.ts';
import { languageTags } from '../strings/languages.ts';
import type { TextKey } from '../strings/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { useAppContext } from './context.ts';
import styles from './Settings.module.css';
import { SortChoice } from '../features/files/views/SortChoice.tsx';

const stateText: Record<Exclude<Saving, 'idle'>, TextKey> = {
  saving: 'saving',
  saved: 'saved',
  deleted: 'settingsDeleted',
  failed: 'notSaved',
};

const OFFICE = 'office';

/** The user's own choices; each holds at once. In a chunk of its own: few open it. */
export function Settings({ state, onClose }: { readonly state: PaneState; readonly onClose: () => void }) {
  const { session, strings } = useAppContext();
  const { t } = strings;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { preferences, saving } = state;
  return (
    <section className={styles.settings} data-testid="settings" aria-label={t('settings')}>
      <div className={styles.head}>
        <Button
          data-testid="close-settings"
          appearance="subtle"
          icon={
            <span className={styles.back}>
              <ArrowLeft20Regular />
            </span>
          }
          title={t('closeSettings')}
          aria-label={t('closeSettings')}
          onClick={onClose}
        />
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {t('settings')}
        </h2>
      </div>
      <Field label={t('language')}>
        {(field) => (
          <Choice
            {...field}
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
      {listOffers.sort && (
        <Field label={t('sortBy')}>
          {(field) => (
            <SortChoice {...field} by={preferences.sortBy} descending={preferences.sortDescending} />
          )}
        </Field>
      )}
      <Field label={t('pageSize')}>
        {(field) => (
          <Choice
            {...field}
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
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('insertAs')}</legend>
        {addinApplications.map((application) => (
          <Field key={application} label={productNames[application]} orientation="horizontal">
            {(field) => (
              <Choice<InsertFormat>
                {...field}
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
      </fieldset>
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
