import { execFileSync } from 'node:child_process';
import { UserError } from 'office-addin-tools';
import { subjectProblem } from './commitSubject.ts';

/**
 * Checks the subjects of the commits in a range, by default of those that are not in main.
 * @throws UserError that lists each commit with its problem
 */
export function main([range = 'origin/main..HEAD']: readonly string[]): void {
  const log = execFileSync('git', ['log', '--format=%h %s', range], { encoding: 'utf8' });
  const commits = log.split('\n').filter((line) => line !== '');
  const problems = commits.flatMap((line) => {
    const [hash = '', ...words] = line.split(' ');
    const problem = subjectProblem(words.join(' '));
    return problem === undefined ? [] : [`${hash} "${words.join(' ')}" ${problem}`];
  });
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  console.log(`Checked ${commits.length} commit subjects: no problems found.`);
}
