import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorsPage } from './errorsPage.ts';
import { CONFIG_FILE, loadProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { UserError } from './userError.ts';

/** Writes docs/errors.md from the project's catalogue of problems. */
export async function main(): Promise<void> {
  const { problems } = await loadProject();
  if (problems === undefined) throw new UserError(`${CONFIG_FILE} has no member "problems" to write about.`);
  await writeFile(join(ROOT, 'docs', 'errors.md'), errorsPage(problems));
  console.log('docs/errors.md is written.');
}
