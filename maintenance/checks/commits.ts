import { execFileSync } from 'node:child_process';
import { UserError } from 'office-addin-tools';
import { subjectFault } from './commitSubject.ts';

/**
 * `node maintenance/run.mjs commits [RANGE]`: checks the subjects of commits, by default of those that main lacks.
 * @throws UserError that names each commit and its fault
 */
export function main([range = 'origin/main..HEAD']: readonly string[]): void {
  const log = execFileSync('git', ['log', '--format=%h %s', range], { encoding: 'utf8' });
  const commits = log.split('\n').filter((line) => line !== '');
  const faults = commits.flatMap((line) => {
    const [hash = '', ...words] = line.split(' ');
    const fault = subjectFault(words.join(' '));
    return fault === undefined ? [] : [`${hash} "${words.join(' ')}" ${fault}`];
  });
  if (faults.length > 0) throw new UserError(faults.join('\n'));
  console.log(`${commits.length} commit subjects are fine.`);
}
