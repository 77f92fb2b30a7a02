import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles one script or style sheet with what it imports; returns its text. */
export async function bundle(entry: URL, format: 'esm' | 'iife'): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`${entry.pathname} gave no output.`);
  return output.text;
}
