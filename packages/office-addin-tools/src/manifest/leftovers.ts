import { findingText, type ManifestFinding } from './finding.ts';
import { ID_PLACEHOLDER } from './manifestFacts.ts';

/** Development values that must not be published, and how to replace them. */
const WRONG: readonly { readonly pattern: RegExp; readonly what: string; readonly fix: string }[] = [
  {
    pattern: /\blocalhost\b|127\.0\.0\.1|\[::1\]/iu,
    what: 'a local address',
    fix: "ADDIN_ORIGIN replaces only URLs on the pages' origin. This one is on another origin: change it in the project.",
  },
  {
    pattern: /\{[A-Za-z_][\w ]*\}|\$\{\{/u,
    what: 'a placeholder',
    fix: `Set CLIENT_ID to replace ${ID_PLACEHOLDER}. Replace any other placeholder in the project.`,
  },
];

/** Finds lines with a local address or a placeholder, except in comments. Pure. */
export function leftovers(file: string, text: string): ManifestFinding[] {
  // Replace comments with spaces, to keep line numbers.
  const blanked = text.replace(/<!--[^]*?-->/gu, (comment) => comment.replace(/[^\n]/gu, ' '));
  return blanked.split('\n').flatMap((line, index) =>
    WRONG.filter(({ pattern }) => pattern.test(line)).map(({ what, fix }) => ({
      file,
      where: `line ${index + 1}`,
      problem: `The manifest still contains ${what}: ${line.trim()}`,
      fix,
    })),
  );
}

/** Returns the places of sample URLs. A store rejects them; within one company they do no harm. */
export function sampleUrls(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([file, text]) => {
    const at = text.split('\n').findIndex((line) => /https:\/\/example\.com\b/u.test(line));
    return at === -1 ? [] : [`${file}, line ${at + 1}`];
  });
}

export function findingsText(findings: readonly ManifestFinding[]): string {
  return findings.map(findingText).join('\n');
}
