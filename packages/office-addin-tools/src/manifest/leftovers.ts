import { findingText, type ManifestFinding } from './finding.ts';
import { ID_PLACEHOLDER } from './manifestFacts.ts';

/** What must not reach users, and the setting that takes it away. */
const WRONG: readonly { readonly pattern: RegExp; readonly what: string; readonly fix: string }[] = [
  {
    pattern: /\blocalhost\b|127\.0\.0\.1|\[::1\]/iu,
    what: 'an address of this machine',
    fix: 'ADDIN_ORIGIN moves the addresses on the origin of the pages; this one is on another. Fix it in the project.',
  },
  {
    pattern: /\{[A-Za-z_][\w ]*\}|\$\{\{/u,
    what: 'a placeholder',
    fix: `Set CLIENT_ID (for ${ID_PLACEHOLDER}); any other placeholder has to be written out in the project.`,
  },
];

/** Lines that name this machine or hold a placeholder. Comments say what they like. Pure. */
export function leftovers(file: string, text: string): ManifestFinding[] {
  // Blanked, not cut out: the lines keep their numbers.
  const blanked = text.replace(/<!--[^]*?-->/gu, (comment) => comment.replace(/[^\n]/gu, ' '));
  return blanked.split('\n').flatMap((line, index) =>
    WRONG.filter(({ pattern }) => pattern.test(line)).map(({ what, fix }) => ({
      file,
      where: `line ${index + 1}`,
      problem: `There is still ${what}: ${line.trim()}`,
      fix,
    })),
  );
}

/** What a store would send back, and a company of one's own need not care about: a note, not an error. */
export function sampleTexts(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([file, text]) => {
    const at = text.split('\n').findIndex((line) => /https:\/\/example\.com\b/u.test(line));
    return at === -1 ? [] : [`${file}, line ${at + 1}`];
  });
}

export function findingsText(findings: readonly ManifestFinding[]): string {
  return findings.map(findingText).join('\n');
}
