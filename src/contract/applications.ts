import type { Application } from './preferences.ts';

/**
 * The Office applications that this add-in is for: settings are offered for these, `npm start` opens them, the tests
 * go through them. `npm run convert-to-single-host` leaves one.
 */
export const addinApplications: readonly [Application, ...Application[]] = [
  'word',
  'excel',
  'powerpoint',
  'outlook',
];
