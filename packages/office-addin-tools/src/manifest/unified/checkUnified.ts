import type { Finding } from '../finding.ts';
import { checkUnifiedFormat } from '../format/checkUnifiedFormat.ts';
import { checkAddresses } from './addresses.ts';
import { checkLanguages } from './languages.ts';
import { checkRegistration } from './registration.ts';
import { checkSameAsXml } from './sameAsXml.ts';
import type { UnifiedFacts } from './unifiedFacts.ts';

/** All faults of this project's unified manifest: by the format first, then by what this project wants of its own. */
export function checkUnified(json: string, facts: UnifiedFacts): Finding[] {
  const { value, texts, faults, bySchema } = checkUnifiedFormat(json);
  const unified = { value, texts, facts };
  // The other checks read members that the schema promises.
  const own = bySchema ? [checkSameAsXml, checkAddresses, checkLanguages, checkRegistration] : [];
  return [...faults, ...own.flatMap((check) => check(unified))].map((fault) => ({
    file: facts.file,
    ...fault,
  }));
}
