const MOST = 60;
/** Past, gerund and third person of the verbs that subjects start with most often. */
const NOT_IMPERATIVE =
  /^(?:add|build|chang|check|delet|fix|keep|let|make|mov|read|remov|renam|run|show|split|support|test|updat|us|writ)(?:d|ed|s|es|ing|ting)$/u;

/**
 * Checks the subject of a commit: `area: what changes`, imperative, at most 60 characters.
 * Merge and revert commits have subjects that git writes, and pass.
 * @returns what is wrong, as a sentence; undefined when nothing is
 */
export function subjectFault(subject: string): string | undefined {
  if (/^(?:Merge|Revert) /u.test(subject)) return undefined;
  const length = [...subject].length;
  if (length > MOST) return `has ${length} characters and may have ${MOST}. Move the reason to the body.`;
  const { area, change } = /^(?<area>[^:]*): (?<change>.*)$/u.exec(subject)?.groups ?? {};
  if (area === undefined || change === undefined) return 'has no area. Write "area: what changes".';
  if (!/^[a-z][\w./-]*(?:, [a-z][\w./-]*)*$/u.test(area))
    return `has the area "${area}". Write a folder or part, in lower case: "server", "docs", "package.json".`;
  if (!/^[a-z`]/u.test(change)) return 'starts what changes with no lower-case verb.';
  if (change.endsWith('.')) return 'ends with a period.';
  const [verb = ''] = change.split(' ');
  if (NOT_IMPERATIVE.test(verb)) return `starts with "${verb}". Use the imperative: "add", not "added".`;
  return undefined;
}
