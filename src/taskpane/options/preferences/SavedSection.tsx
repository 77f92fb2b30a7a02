import { useSyncExternalStore } from 'react';
import type { OptionContext, Part } from '../../features/feature.ts';
import { Button } from '../../ui/controls.tsx';
import { useTexts } from '../../ui/hooks.ts';
import { preferencesTexts } from './index.ts';
import { createSavedPreferences, type SavedPreferences, type Saving } from './savedPreferences.ts';
import styles from './SavedSection.module.css';

export function createPart({ preferences, callSilently }: OptionContext): Part {
  const saved = createSavedPreferences(preferences, callSilently);
  return {
    open: saved.open,
    forget: saved.forget,
    online: saved.online,
    loadSettings: () => Promise.resolve({ Section: () => <SavedSection saved={saved} /> }),
  };
}

const savingText = {
  saving: 'saving',
  saved: 'saved',
  deleted: 'settingsDeleted',
  failed: 'notSaved',
} as const satisfies Record<Exclude<Saving, 'idle'>, string>;

/** The section of the settings that shows the saving state and deletes the saved preferences. */
function SavedSection({ saved }: { readonly saved: SavedPreferences }) {
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
