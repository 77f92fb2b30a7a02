import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cacheFolder } from '../cacheFolder.ts';

/** Returns the file URL of the module for `node --import`. Bundles the sources if there is no build. */
export async function redirectModule(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return new URL('./redirect.js', import.meta.url).href;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./redirect.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  const path = join(cacheFolder(), `redirect-${process.pid}.mjs`);
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(path, outputFiles[0]?.text ?? '');
  return pathToFileURL(path).href;
}
