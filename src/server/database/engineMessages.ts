/** What the thread of the engine is asked, and what it answers. */
export interface EngineQuestion {
  readonly id: number;
  readonly sql: string;
  readonly values: readonly unknown[];
}

export type EngineAnswer =
  | { readonly id: number; readonly rows: readonly unknown[] }
  | { readonly id: number; readonly fault: { readonly code: string | undefined; readonly fatal: boolean } };
