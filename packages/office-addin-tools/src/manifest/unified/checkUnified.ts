import type { ManifestFinding } from '../finding.ts';
import { checkUnifiedFormat } from '../format/checkUnifiedFormat.ts';
import { checkAddresses } from './addresses.ts';
import { checkLanguages } from './languages.ts';
import { checkLaunchEvents } from './launchEvents.ts';
import { checkRegistration } from './registration.ts';
import { checkSameAsXml } from './sameAsXml.ts';
import type { UnifiedFacts } from './unifiedFacts.ts';

/** Checks the project's unified manifest: first against the format, then against the project. */
export function checkUnified(json: string, facts: UnifiedFacts): ManifestFinding[] {
  const { value, texts, findings, bySchema } = checkUnifiedFormat(json);
  const unified = { value, texts, facts };
  // The other checks need a document that is valid by the schema.
  const own = bySchema
    ? [checkSameAsXml, checkAddresses, checkLaunchEvents, checkLanguages, checkRegistration]
    : [];
  return [...findings, ...own.flatMap((check) => check(unified))].map((finding) => ({
    file: facts.file,
    ...finding,
  }));
}
