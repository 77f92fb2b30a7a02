import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/**
 * Returns the licenses of the packages that the host page contains, for the published package.
 * @throws if a package has no license file
 */
export async function thirdPartyLicenses(): Promise<string> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(here('./page/main.ts'))],
    bundle: true,
    write: false,
    metafile: true,
    target: 'es2022',
    format: 'esm',
    logLevel: 'silent',
  });
  const folders = Object.keys(metafile.inputs).flatMap((path) => {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path) ?? [];
    return folder === undefined ? [] : [folder];
  });
  const notices = await Promise.all([...new Set(folders)].toSorted().map(licenseOf));
  return `The host page of office-addin-sandbox contains these packages.\n\n${notices.join('\n\n')}\n`;
}

async function licenseOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  ) as Readonly<{ name: string; version: string; license?: string }>;
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/iu.test(entry));
  if (file === undefined) throw new Error(`${name} has no license file.`);
  const text = await readFile(join(folder, file), 'utf8');
  return `${name} ${version}${license ? ` (${license})` : ''}\n\n${text.trim()}`;
}
