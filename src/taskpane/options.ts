/** The options of the pane, one per line. To leave one out, delete its line and its folder. */
export { preferencesOption } from './options/preferences/index.ts';
// Keeps this file a module when no option is left.
export {};
