import type { Finding } from '../finding.ts';

/** `where` is the element and its line, such as "OfficeApp > Version, line 14". */
export interface ManifestFinding extends Finding {
  /** File name, such as manifest.xml. */
  readonly file: string;
}

export function findingText({ file, where, problem, fix }: ManifestFinding): string {
  return `${file}, ${where}: ${problem}\n    ${fix}`;
}
