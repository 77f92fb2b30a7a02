/** A request to the worker thread. Folders are paths. */
export type EngineRequest =
  /** Writes a new database into an empty folder and closes it. */
  | { readonly id: number; readonly create: string }
  /** Opens the database for later statements. */
  | { readonly id: number; readonly open: string }
  | { readonly id: number; readonly sql: string; readonly values: readonly unknown[] };

export type EngineResponse =
  | { readonly id: number; readonly rows: readonly unknown[] }
  | { readonly id: number; readonly fault: { readonly code: string | undefined; readonly fatal: boolean } };
