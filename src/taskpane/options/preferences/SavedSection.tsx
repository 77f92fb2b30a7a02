import { Button } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../../ui/strings.ts';
import styles from './SavedSection.module.css';
import type { SavedPreferences, Saving } from './savedPreferences.ts';
import { preferencesTexts } from './strings.ts';

const savingText = {
  saving: 'saving',
  saved: 'saved',
  deleted: 'settingsDeleted',
  failed: 'notSaved',
} as const satisfies Record<Exclude<Saving, 'idle'>, string>;

/** The section of the settings that shows the saving state and deletes the saved preferences. */
export function SavedSection({ saved }: { readonly saved: SavedPreferences }) {
  const { t } = useTexts(preferencesTexts);
  const { saving } = useSyncExternalStore(saved.subscribe, saved.get);
  return (
    <>
      <p role="status" className={styles.state} data-testid="saving" data-state={saving}>
        {saving !== 'idle' && t(savingText[saving])}
      </p>
      <div className={styles.remove}>
        <p className={styles.text}>{t('deleteSettingsText')}</p>
        <Button data-testid="delete-settings" onClick={() => void saved.remove()}>
          {t('deleteSettings')}
        </Button>
      </div>
    </>
  );
}
