import type { Finding } from '../finding.ts';
import { checkFormat } from './checkFormat.ts';
import { checkUnifiedFormat } from './checkUnifiedFormat.ts';

/** The faults of any manifest, XML or JSON, by the published formats alone. @param file its name, for the findings */
export function formatFindings(file: string, text: string): Finding[] {
  const json = text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .startsWith('{');
  const { faults } = json ? checkUnifiedFormat(text) : checkFormat(text);
  return faults.map((fault) => ({ file, ...fault }));
}
