import { readFile } from 'node:fs/promises';

/** Texts of the host page and of the script that goes before office.js. */
export interface Assets {
  readonly template: string;
  readonly script: string;
  readonly styles: string;
  readonly prelude: string;
}

/** Names of the files next to the built package's copy of this module. */
export const ASSET_FILES = {
  template: 'host.html',
  script: 'host.js',
  styles: 'host.css',
  prelude: 'prelude.js',
} as const satisfies Readonly<Record<keyof Assets, string>>;

/** Returns the texts: the built package has them as files; the sources are bundled in memory. */
export async function readAssets(): Promise<Assets> {
  if (import.meta.url.endsWith('.ts')) return (await import('./bundle.ts')).bundleAssets();
  const texts = Object.entries(ASSET_FILES).map(
    async ([name, file]) =>
      [name, await readFile(new URL(`./assets/${file}`, import.meta.url), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts)) as unknown as Assets;
}
