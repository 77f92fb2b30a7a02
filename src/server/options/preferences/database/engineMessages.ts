/** What the engine's thread is asked. Folders are paths. */
export type EngineQuestion =
  /** Writes a new database into an empty folder and closes it. */
  | { readonly id: number; readonly create: string }
  /** Opens the database for the statements that follow. */
  | { readonly id: number; readonly open: string }
  | { readonly id: number; readonly sql: string; readonly values: readonly unknown[] };

export type EngineAnswer =
  | { readonly id: number; readonly rows: readonly unknown[] }
  | { readonly id: number; readonly fault: { readonly code: string | undefined; readonly fatal: boolean } };
