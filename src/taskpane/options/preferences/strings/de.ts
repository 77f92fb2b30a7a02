import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert',
  notSaved: 'Nicht gespeichert. Ihre Wahl gilt, bis Sie das Add-In schließen.',
  deleteSettings: 'Meine Einstellungen löschen',
  deleteSettingsText: 'Entfernt alles, was das Add-In über Sie gespeichert hat.',
  settingsDeleted: 'Ihre Einstellungen wurden gelöscht.',
} satisfies TextsLike<typeof english>;
