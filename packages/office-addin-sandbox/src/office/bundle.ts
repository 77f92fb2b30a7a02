import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Assets } from './assets.ts';

const here = (path: string) => new URL(path, import.meta.url);

/** Bundles the host page and the prelude. */
export async function bundleAssets({ minify = false } = {}): Promise<Assets> {
  const bundle = bundler(minify);
  const [template, script, styles, prelude, eventRuntime, eventStream, inspector, probe] = await Promise.all([
    readFile(here('./page/host.html'), 'utf8'),
    bundle(here('./page/main.ts'), 'esm'),
    bundle(here('./page/styles/host.css'), 'esm'),
    bundle(here('./prelude/main.ts'), 'iife'),
    bundle(here('./eventRuntime/main.ts'), 'iife'),
    bundle(here('./eventStream/main.ts'), 'iife'),
    bundle(here('../check/page/main.ts'), 'iife'),
    bundle(here('../probe/page/main.ts'), 'iife'),
  ]);
  return { template, script, styles, prelude, eventRuntime, eventStream, inspector, probe };
}

/** Returns a function that bundles a script or style sheet. */
const bundler =
  (minify: boolean) =>
  async (entry: URL, format: 'esm' | 'iife'): Promise<string> => {
    const result = await build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      minify,
      write: false,
      format,
      target: 'es2022',
      charset: 'utf8',
      logLevel: 'silent',
    });
    const [output] = result.outputFiles;
    if (!output) throw new Error(`esbuild produced no output for ${entry.pathname}.`);
    return output.text;
  };
