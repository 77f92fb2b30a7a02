/** Draws assets/icons. Run `npx tsx scripts/drawIcons.ts` after a change of scripts/icons/drawing.ts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iconFiles } from './icons/files.ts';
import { encodePng } from './icons/png.ts';

const folder = join(import.meta.dirname, '..', 'assets', 'icons');

await mkdir(folder, { recursive: true });
for (const { name, draw } of iconFiles) {
  const file = encodePng(draw());
  await writeFile(join(folder, name), file);
  console.log(`${name} (${file.length} bytes)`);
}
