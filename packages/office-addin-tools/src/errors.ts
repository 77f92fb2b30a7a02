import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorsPage } from './errorsPage.ts';
import { CONFIG_FILE, loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { UserError } from './userError.ts';

/** Generates docs/errors.md from the project's problem catalogue. */
export async function main(): Promise<void> {
  const { problems } = await loadProject();
  if (problems === undefined)
    throw new UserError(`${CONFIG_FILE} has no member "problems". Add the problem catalogue to it.`);
  await writeFile(join(ROOT, 'docs', 'errors.md'), errorsPage(problems));
  console.log('Wrote docs/errors.md.');
}
