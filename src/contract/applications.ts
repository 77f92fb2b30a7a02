import type { Application } from './api.ts';

/**
 * The Office applications that this add-in supports. The settings page, `npm start` and the tests use this list.
 * `npm run convert-to-single-host` reduces it to one.
 */
export const addinApplications: readonly [Application, ...Application[]] = [
  'word',
  'excel',
  'powerpoint',
  'outlook',
];
