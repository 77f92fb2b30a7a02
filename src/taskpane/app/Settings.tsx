import { Field } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Part } from '../features/feature.ts';
import { languageTags } from '../strings/languages.ts';
import { Choice } from '../ui/controls.tsx';
import { useLazy, useStrings } from '../ui/hooks.ts';
import { useAppContext } from './context.ts';

const OFFICE = 'office';

/** The settings page. Each choice applies immediately. */
export function Page() {
  const { features, parts } = useAppContext();
  const { t } = useStrings();
  const { preferences } = features;
  const { values } = useSyncExternalStore(preferences.subscribe, preferences.get);
  return (
    <>
      <Field label={t('language')}>
        {(field) => (
          <Choice
            {...field}
            testId="language"
            value={values.language ?? OFFICE}
            options={[
              [OFFICE, t('languageOfOffice')],
              ...languageTags.map((tag) => [tag, nativeName(tag)] as const),
            ]}
            onChange={(tag) => preferences.change({ language: tag === OFFICE ? null : tag })}
          />
        )}
      </Field>
      {parts.map(
        ({ loadSettings }, index) => loadSettings && <Section key={index} loadSettings={loadSettings} />,
      )}
    </>
  );
}

function Section({ loadSettings }: Required<Pick<Part, 'loadSettings'>>) {
  const loaded = useLazy(true, loadSettings);
  return loaded ? <loaded.Section /> : null;
}

/** Returns the name of the language in that language, for users who can't read the current one. */
function nativeName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
