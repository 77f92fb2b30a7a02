import type { ManifestFinding } from '../finding.ts';
import { checkFormat } from './checkFormat.ts';
import { checkUnifiedFormat } from './checkUnifiedFormat.ts';

/** Checks any XML or JSON manifest against the published formats. @param file name for the findings */
export function formatFindings(file: string, text: string): ManifestFinding[] {
  const json = text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith('{');
  const { findings } = json ? checkUnifiedFormat(text) : checkFormat(text);
  return findings.map((finding) => ({ file, ...finding }));
}
