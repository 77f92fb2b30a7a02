import { Field } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { pageSizes, type InsertFormat } from '../../../contract/api.ts';
import { addinApplications } from '../../../contract/applications.ts';
import { formatFor, formatsOf } from '../../documents/index.ts';
import { Choice } from '../../ui/controls.tsx';
import { useFiles, useSortOrders } from './files.ts';
import { listOffers } from './filesState.ts';
import styles from './deferredViews.module.css';

/** The section of the settings for listing and inserting files. */
export function FilesSettings() {
  const { context, strings } = useFiles();
  const { t } = strings;
  const { preferences } = context;
  const { values } = useSyncExternalStore(preferences.subscribe, preferences.get);
  const orders = useSortOrders({ by: values.sortBy, descending: values.sortDescending });
  return (
    <>
      {listOffers.sort && (
        <Field label={t('sortBy')}>{(field) => <Choice {...field} testId="sort" {...orders} />}</Field>
      )}
      <Field label={t('pageSize')}>
        {(field) => (
          <Choice
            {...field}
            testId="page-size"
            value={String(values.pageSize)}
            options={pageSizes.map((size) => [String(size), strings.number(size)])}
            onChange={(chosen) => {
              const pageSize = pageSizes.find((size) => String(size) === chosen);
              if (pageSize) preferences.change({ pageSize });
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
                value={formatFor(application, values.insertFormat[application])}
                options={formatsOf[application].map((format) => [format, t(`format_${format}`)])}
                onChange={(format) =>
                  preferences.change({ insertFormat: { ...values.insertFormat, [application]: format } })
                }
              />
            )}
          </Field>
        ))}
      </fieldset>
    </>
  );
}

/** Product names, not translated. */
const productNames = { word: 'Word', excel: 'Excel', powerpoint: 'PowerPoint', outlook: 'Outlook' } as const;
