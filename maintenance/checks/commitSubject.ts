const MAX_LENGTH = 60;
/** Past tense, gerund and third person of common first verbs. */
const NOT_IMPERATIVE =
  /^(?:add|build|chang|check|delet|fix|keep|let|make|mov|read|remov|renam|run|show|split|support|test|updat|us|writ)(?:d|ed|s|es|ing|ting)$/u;

/**
 * Checks a commit subject: `area: what changes`, imperative, at most 60 characters. Accepts Git's merge and revert subjects.
 * @returns the problem, as a predicate without its subject
 */
export function subjectProblem(subject: string): string | undefined {
  if (/^(?:Merge|Revert) /u.test(subject)) return undefined;
  const length = [...subject].length;
  if (length > MAX_LENGTH)
    return `has ${length} characters, but the limit is ${MAX_LENGTH}. Move the reason to the body.`;
  const { area, change } = /^(?<area>[^:]*): (?<change>.*)$/u.exec(subject)?.groups ?? {};
  if (area === undefined || change === undefined) return 'has no area. Write "area: what changes".';
  if (!/^[a-z][\w./-]*(?:, [a-z][\w./-]*)*$/u.test(area))
    return `has the area "${area}". Write a folder or part in lower case: "server", "docs", "package.json".`;
  if (!/^[a-z`]/u.test(change)) return 'has no lower-case verb after the area. Write "area: what changes".';
  if (change.endsWith('.')) return 'ends with a period. Remove it.';
  const [verb = ''] = change.split(' ');
  if (NOT_IMPERATIVE.test(verb)) return `starts with "${verb}". Use the imperative: "add", not "added".`;
  return undefined;
}
