import type { HostObject } from '../../rich/hostObject.ts';
import type { WordEntry, WordModel } from './wordModel.ts';

/** What every object of a document needs. */
export interface WordObjects {
  readonly model: WordModel;
  /** Runs an inserting method of the owner; returns undefined for any other method. */
  readonly insert: (
    owner: string,
    method: string,
    args: readonly unknown[],
    anchor?: WordEntry,
  ) => HostObject | undefined;
}
