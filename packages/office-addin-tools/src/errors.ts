import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue } from '../../../src/contract/catalogue.ts';
import { explanations } from '../../../src/contract/explanations.ts';
import { errorsPage } from './errorsPage.ts';
import { ROOT } from './projectFolder.ts';

/** `npx office-addin-tools errors`: writes docs/errors.md anew after a change of the catalogue. */
export async function main(): Promise<void> {
  await writeFile(join(ROOT, 'docs', 'errors.md'), errorsPage(catalogue, explanations));
  console.log('docs/errors.md is written.');
}
