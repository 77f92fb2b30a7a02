import type { JsonString } from '../jsonStrings.ts';
import type { UnifiedFacts } from './unifiedFacts.ts';

/** A parsed unified manifest, and what it must agree with. */
export interface Unified {
  readonly value: unknown;
  readonly texts: readonly JsonString[];
  readonly facts: UnifiedFacts;
}
