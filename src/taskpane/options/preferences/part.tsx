import type { OptionContext, Part } from '../../features/feature.ts';
import { createSavedPreferences } from './savedPreferences.ts';

export function createPart({ preferences, callSilently }: OptionContext): Part {
  const saved = createSavedPreferences(preferences, callSilently);
  return {
    open: saved.open,
    forget: saved.forget,
    online: saved.online,
    async loadSettings() {
      const { SavedSection } = await import(/* webpackChunkName: "settings" */ './SavedSection.tsx');
      return { Section: () => <SavedSection saved={saved} /> };
    },
  };
}
