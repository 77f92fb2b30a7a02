import { parseArgs } from 'node:util';
import { readRealAnswers } from '../probe/readAnswers.ts';
import { UserError } from '../userError.ts';
import { coverage, coverageText } from './coverage.ts';
import { addSightings, seenMembers } from './sightings.ts';

const USAGE = 'Use: office-addin-sandbox coverage [--json] [--seen FILE]...';

/**
 * Returns how the sandbox supports office.js, as a table or as JSON.
 * @throws UserError for wrong arguments, and for a file without answers of a real Office
 */
export function coverageCommand(args: readonly string[]): string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        seen: { type: 'string', multiple: true, default: [] },
      },
    }));
  } catch (error) {
    throw new UserError(USAGE, { cause: error });
  }
  const seen = values.seen.map((path) => seenMembers(readRealAnswers(path)));
  return coverageText(addSightings(coverage(), seen), values);
}
