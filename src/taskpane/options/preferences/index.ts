import type { OptionDefinition } from '../../features/feature.ts';
import type { EnglishTexts, TextSource } from '../../strings/index.ts';

export const english = {
  saving: 'Saving…',
  saved: 'Saved',
  notSaved: 'Couldn’t save. Your choice applies until you close the add-in.',
  deleteSettings: 'Delete my settings',
  deleteSettingsText: 'Removes everything the add-in has stored about you.',
  settingsDeleted: 'Your settings were deleted.',
} as const satisfies EnglishTexts;

export const preferencesTexts: TextSource<typeof english> = {
  english,
  async load(language) {
    const { translations } = await import(/* webpackChunkName: "translations" */ './translations.ts');
    return { default: translations[language] ?? {} };
  },
};

/** Keeps the user's preferences on the server (src/server/options/preferences). */
export const preferencesOption: OptionDefinition = {
  texts: preferencesTexts,
  load: async () => (await import(/* webpackChunkName: "later" */ './SavedSection.tsx')).createPart,
};
