/**
 * Scenario members with one answer per call that take effect in the pane or on the host page. Keep this file free of
 * imports: otherwise the host page would load the schema library, which is four times its size.
 */
export const scriptedInPane = ['dialog', 'server', 'preferences', 'document', 'authContext'] as const;
export type ScriptedInPane = (typeof scriptedInPane)[number];
