import type { JsonString } from '../jsonStrings.ts';
import type { UnifiedFacts } from './unifiedFacts.ts';

/** A unified manifest that could be read, and what it has to agree with. */
export interface Unified {
  readonly value: unknown;
  readonly texts: readonly JsonString[];
  readonly facts: UnifiedFacts;
}
