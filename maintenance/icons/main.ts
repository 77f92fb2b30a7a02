import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iconFiles } from './files.ts';
import { encodePng } from './png.ts';

const folder = join(import.meta.dirname, '../../assets/icons');

/** Draws assets/icons. Run it after a change of drawing.ts. */
export async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, draw } of iconFiles) {
    const file = encodePng(draw());
    await writeFile(join(folder, name), file);
    console.log(`${name} (${file.length} bytes)`);
  }
}
