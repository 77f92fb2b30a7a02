/**
 * The members of a scenario that hold one answer per call and are carried out in the pane and on the host page. In a file
 * without imports: the host page would otherwise load the schema library, four times its own size.
 */
export const scriptedInPane = ['dialog', 'server', 'preferences', 'document'] as const;
export type ScriptedInPane = (typeof scriptedInPane)[number];
