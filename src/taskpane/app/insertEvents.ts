import type { Preferences } from '../../contract/preferences.ts';
import type { Undo } from '../documents/insertJob.ts';

/** What inserting tells while it goes on. */
export interface InsertEvents {
  readonly signal: AbortSignal;
  readonly preferences: Preferences;
  readonly onProgress: (done: number) => void;
  /** Something stands in the document from now on, and this takes it out again. */
  readonly onUndo: (undo: Undo) => void;
}
