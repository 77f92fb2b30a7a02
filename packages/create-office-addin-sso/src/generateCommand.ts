import { readFileSync } from 'node:fs';
import { UserError } from 'office-addin-tools/edits';
import type { Answers } from './answers.ts';
import { readTarballs } from './tarballs.ts';
import { generate } from './template/generate.ts';
import { readTemplate } from './template/readTemplate.ts';

/**
 * `generate <folder> <answers.json> <folder of tarballs>`: writes the project of this version into a folder. The contract
 * between versions: an older `upgrade` calls it in a newer package.
 */
export async function main([folder, answers, tarballs]: readonly string[]): Promise<void> {
  if (folder === undefined || answers === undefined || tarballs === undefined)
    throw new UserError(
      'Usage: create-office-addin-sso generate <folder> <answers.json> <folder of tarballs>',
    );
  await generate(
    folder,
    readTemplate(),
    JSON.parse(readFileSync(answers, 'utf8')) as Answers,
    await readTarballs(tarballs),
  );
}
