import { readFile } from 'node:fs/promises';

/** Contents of the host page's files and of the prelude, which runs before office.js. */
export interface Assets {
  readonly template: string;
  readonly script: string;
  readonly styles: string;
  readonly prelude: string;
  /** The worker that runs scripts of event handlers. */
  readonly eventRuntime: string;
  /** The shared worker with the connection to the event stream. */
  readonly eventStream: string;
  /** Reads the pages of an add-in for `check`. */
  readonly inspector: string;
  /** The script of the probe add-in. */
  readonly probe: string;
}

/** File names in the built package. */
export const ASSET_FILES = {
  template: 'host.html',
  script: 'host.js',
  styles: 'host.css',
  prelude: 'prelude.js',
  eventRuntime: 'event-runtime.js',
  eventStream: 'event-stream.js',
  inspector: 'inspector.js',
  probe: 'probe.js',
} as const satisfies Readonly<Record<keyof Assets, string>>;

/** Reads the files of the built package, or bundles the sources in memory. */
export async function readAssets(): Promise<Assets> {
  if (import.meta.url.endsWith('.ts')) return (await import('./bundle.ts')).bundleAssets();
  const texts = Object.entries(ASSET_FILES).map(
    async ([name, file]) =>
      [name, await readFile(new URL(`./assets/${file}`, import.meta.url), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts)) as unknown as Assets;
}
