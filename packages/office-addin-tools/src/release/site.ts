import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { ZIP_TIMESTAMP } from './zipTimestamp.ts';

/** Files of the build that the server reads. An allowlist, so that nothing else is ever deployed. */
const DEPLOYED = [
  /^[\w-]+\.js$/u,
  // PGlite.
  /^[\w-]+\.(?:wasm|data)$/u,
  /^new-database\.tar\.gz$/u,
  /^package\.json$/u,
  /^public\/[\w-]+\.html$/u,
  /^public\/assets\/[\w.~-]+\.(?:js|css)(?:\.br|\.gz|\.LICENSE\.txt)?$/u,
  /^public\/icons\/[\w-]+\.png$/u,
];

/** @param path relative to the build, with `/` */
export const isDeployed = (path: string): boolean => DEPLOYED.some((pattern) => pattern.test(path));

/** Returns sorted paths relative to the build, with `/`. */
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

/** Copies the deployable files to `site`. azd and the container image use this folder. */
export async function writeSite(dist: string, site: string): Promise<void> {
  await rm(site, { recursive: true, force: true });
  for (const path of await deployedFiles(dist)) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await cp(join(dist, path), join(site, path));
  }
}

/** Returns the deployable files as a zip, with the files at its root. Reproducible. */
export async function siteZip(dist: string): Promise<Uint8Array> {
  const content: Zippable = {};
  for (const path of await deployedFiles(dist)) content[path] = await readFile(join(dist, path));
  return zipSync(content, { mtime: ZIP_TIMESTAMP, level: 6 });
}
