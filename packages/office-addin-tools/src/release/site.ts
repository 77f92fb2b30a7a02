import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { ZIP_TIMESTAMP } from './zipTimestamp.ts';

/** Of the build, what the server reads; the list says what is deployed, so that nothing else ever is. */
const DEPLOYED = [
  /^[\w-]+\.js$/u,
  // PGlite's.
  /^[\w-]+\.(?:wasm|data)$/u,
  /^new-database\.tar\.gz$/u,
  /^package\.json$/u,
  /^public\/[\w-]+\.html$/u,
  /^public\/assets\/[\w.~-]+\.(?:js|css)(?:\.br|\.gz|\.LICENSE\.txt)?$/u,
  /^public\/icons\/[\w-]+\.png$/u,
];

/** @param path relative to the build, with `/` */
export const isDeployed = (path: string): boolean => DEPLOYED.some((pattern) => pattern.test(path));

/** Paths relative to the build, with `/`, sorted. */
export async function deployedFiles(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(isDeployed)
    .sort();
}

/** Lays out what is deployed in a folder of its own: azd and the image take it as it is. */
export async function writeSite(dist: string, site: string): Promise<void> {
  await rm(site, { recursive: true, force: true });
  for (const path of await deployedFiles(dist)) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await cp(join(dist, path), join(site, path));
  }
}

/** The same as a zip, with the files at its root. The same build gives the same bytes. */
export async function siteZip(dist: string): Promise<Uint8Array> {
  const content: Zippable = {};
  for (const path of await deployedFiles(dist)) content[path] = await readFile(join(dist, path));
  return zipSync(content, { mtime: ZIP_TIMESTAMP, level: 6 });
}
