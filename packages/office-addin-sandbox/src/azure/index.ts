export { startDryAzure, type DryAzure } from './startDryAzure.ts';
export { isSituation, situations, type Situation } from './situations.ts';
export { DRY_IDENTITY, type DirectoryState, type DirectoryObject } from './directory.ts';
