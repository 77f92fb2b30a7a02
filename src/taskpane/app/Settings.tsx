import { Field } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Part } from '../features/feature.ts';
import { languageTags } from '../strings/languages.ts';
import { Choice } from '../ui/Choice.tsx';
import { useStrings } from '../ui/strings.ts';
import { useLazy } from '../ui/useLazy.ts';
import { useAppContext } from './context.ts';

const OFFICE = 'office';

/** The user's own choices; each applies at once. */
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
              ...languageTags.map((tag) => [tag, ownName(tag)] as const),
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

/** Each language in its own words, so that a user who cannot read the present one finds the way out. */
function ownName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
