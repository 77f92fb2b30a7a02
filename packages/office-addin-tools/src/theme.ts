import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './projectFolder.ts';
import { themeCss } from './theme/themeCss.ts';

/** `npx office-addin-tools theme`: writes src/taskpane/app/theme/theme.css anew, from the colours in brand.ts. */
export async function main(): Promise<void> {
  await writeFile(join(ROOT, 'src/taskpane/app/theme/theme.css'), themeCss());
}
