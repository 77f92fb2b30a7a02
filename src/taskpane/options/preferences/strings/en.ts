import type { EnglishTexts } from '../../../strings/index.ts';

export const english = {
  saving: 'Saving…',
  saved: 'Saved',
  notSaved: 'Couldn’t save. Your choice applies until you close the add-in.',
  deleteSettings: 'Delete my settings',
  deleteSettingsText: 'Removes everything the add-in has stored about you.',
  settingsDeleted: 'Your settings were deleted.',
} as const satisfies EnglishTexts;
