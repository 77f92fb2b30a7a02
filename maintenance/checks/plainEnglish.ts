/** A phrase that the project does not use, and what to write in its place. */
interface Phrase {
  /** Regular expression; a space also matches a line break inside a comment or paragraph. */
  readonly pattern: string;
  readonly suggestion: string;
}

/** Phrases with few legitimate uses. One that is right in its place gets `plain-english-ignore` on its line. */
export const PHRASES: readonly Phrase[] = [
  { pattern: 'st(?:ands?|ood) (?:there|here)', suggestion: 'is shown, is in …' },
  { pattern: 'so long', suggestion: 'as long as, for this long' },
  { pattern: 'who(?:so)?ever', suggestion: 'anyone who, a user who' },
  {
    pattern: '(?<!\\bthere )(?:is|are) no(?! (?:longer|more|less|fewer|better|different)\\b)',
    suggestion: "isn't a, has no",
  },
  { pattern: 'anew', suggestion: 'again' },
  { pattern: 'mend(?:s|ed|ing)?', suggestion: 'fix' },
  { pattern: 'meanwhile', suggestion: 'delete it, or name the time: during the request' },
  { pattern: 'what of', suggestion: 'which, what part of' },
  { pattern: 'beside', suggestion: 'next to, instead of, in addition to' },
  { pattern: 'ow(?:es?|ed|ing)', suggestion: 'needs, requires' },
  { pattern: "of (?:its|one's|their|our|your) own", suggestion: 'its own …, a separate …' },
  { pattern: "(?<!\\b(?:of|on) )one's own", suggestion: 'your own' },
  { pattern: '(?:goes|going|went|go) on(?! the\\b)', suggestion: 'continues' },
  { pattern: 'is away', suggestion: 'is unavailable' },
  { pattern: 'the one who', suggestion: 'the user who' },
  { pattern: 'by (?:itself|themselves)', suggestion: 'automatically, alone' },
  { pattern: 'sa(?:y|ys|id) so', suggestion: 'reports it, shows a message' },
  { pattern: 'nobody (?:waits|asks)', suggestion: 'no request is waiting' },
  { pattern: 'for ever', suggestion: 'forever' },
  { pattern: 'colour(?:s|ed)?', suggestion: 'color' },
  { pattern: 'behaviours?', suggestion: 'behavior' },
  { pattern: 'licence[sd]?', suggestion: 'license' },
  { pattern: 'recognise[sd]?', suggestion: 'recognize' },
];

export interface PlainEnglishFinding {
  readonly line: number;
  /** The phrase as written. */
  readonly phrase: string;
  readonly suggestion: string;
}

/** Directive that allows every phrase on its line. */
export const IGNORE = 'plain-english-ignore';

/** A space, or a line break with the comment or quote marker of the next line. */
const GAP = String.raw`(?:[ \t]+|[ \t]*\r?\n[ \t]*(?:(?:\*|//|#|>)[ \t]*)?)`;
const SEARCHES = PHRASES.map(({ pattern, suggestion }) => ({
  search: new RegExp(String.raw`(?<![\w-])(?:${pattern.replaceAll(' ', GAP)})(?![\w-])`, 'giu'),
  suggestion,
}));

/** Returns the phrases of the list in a file, in the order of their lines. */
export function findPhrases(text: string): PlainEnglishFinding[] {
  const lines = text.split('\n');
  const lineAt = (index: number) => text.slice(0, index).split('\n').length;
  const isIgnored = (from: number, to: number) =>
    lines.slice(from - 1, to).some((line) => line.includes(IGNORE));
  return SEARCHES.flatMap(({ search, suggestion }) =>
    [...text.matchAll(search)].map((match) => ({
      line: lineAt(match.index),
      end: lineAt(match.index + match[0].length),
      phrase: match[0].trim().replaceAll(/\s+(?:(?:\*|\/\/|#|>)\s+)?/gu, ' '),
      suggestion,
    })),
  )
    .filter(({ line, end }) => !isIgnored(line, end))
    .map(({ line, phrase, suggestion }) => ({ line, phrase, suggestion }))
    .sort((a, b) => a.line - b.line);
}
