import { findingText, type Finding } from './finding.ts';
import { ID_PLACEHOLDER } from './manifestFacts.ts';

/** What must not reach users, and the setting that takes it away. */
const WRONG: readonly { readonly pattern: RegExp; readonly what: string; readonly mend: string }[] = [
  {
    pattern: /\blocalhost\b|127\.0\.0\.1|\[::1\]/iu,
    what: 'an address of this machine',
    mend: 'ADDIN_ORIGIN moves the addresses on the origin of the pages; this one is on another. Mend it in the project.',
  },
  {
    pattern: /\{[A-Za-z_][\w ]*\}|\$\{\{/u,
    what: 'a placeholder',
    mend: `Set CLIENT_ID (for ${ID_PLACEHOLDER}); any other placeholder has to be written out in the project.`,
  },
];

/** Lines that name this machine or hold a placeholder. Comments say what they like. Pure. */
export function leftovers(file: string, text: string): Finding[] {
  // Blanked, not cut out: the lines keep their numbers.
  const blanked = text.replace(/<!--[^]*?-->/gu, (comment) => comment.replace(/[^\n]/gu, ' '));
  return blanked.split('\n').flatMap((line, index) =>
    WRONG.filter(({ pattern }) => pattern.test(line)).map(({ what, mend }) => ({
      file,
      where: `line ${index + 1}`,
      problem: `There is still ${what}: ${line.trim()}`,
      mend,
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

export function findingsText(findings: readonly Finding[]): string {
  return findings.map(findingText).join('\n');
}
