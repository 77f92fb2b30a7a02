import type { ManifestFinding } from '../finding.ts';
import { checkFormat } from './checkFormat.ts';
import { checkUnifiedFormat } from './checkUnifiedFormat.ts';

/** The findings of any manifest, XML or JSON, by the published formats alone. @param file its name, for the findings */
export function formatFindings(file: string, text: string): ManifestFinding[] {
  const json = text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith('{');
  const { findings } = json ? checkUnifiedFormat(text) : checkFormat(text);
  return findings.map((finding) => ({ file, ...finding }));
}
