import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Size of one file of the pane in bytes. */
export interface Weight {
  readonly name: string;
  /** True if the page references it; otherwise it is loaded on demand. */
  readonly initial: boolean;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Returns the sizes of a built page's scripts and styles, largest first. @param folder with taskpane.html and assets/ */
export async function weightsOf(folder: string, others: RegExp): Promise<Weight[]> {
  const html = await readFile(join(folder, 'taskpane.html'), 'utf8');
  const files = (await readdir(join(folder, 'assets'))).filter(
    (name) => /\.(js|css)$/.test(name) && !others.test(name),
  );
  const weights = files.map(async (file) => {
    const bytes = await readFile(join(folder, 'assets', file));
    return {
      // Without the hash, which changes with every build.
      name: file.replace(/\.[0-9a-f]{16,}\./, '.'),
      initial: html.includes(`/assets/${file}`),
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  });
  return (await Promise.all(weights)).sort(
    (a, b) => Number(b.initial) - Number(a.initial) || b.gzip - a.gzip,
  );
}
