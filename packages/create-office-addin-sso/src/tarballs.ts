import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LockedPackage, Tarball } from './edit/lockfile.ts';
import { PACKAGE, REPOSITORY } from './packageFolder.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The packages that a project installs from its folder vendor/, until they are on npm. */

const run = promisify(execFile);
export const VENDORED = ['office-addin-sandbox', 'office-addin-tools'] as const;
export const OWN = 'create-office-addin-sso';
/** In this package, and in a project. */
export const VENDOR = 'vendor';

/** A packed package and where it is now. */
export interface PackedPackage extends Tarball {
  readonly file: string;
}

/** Packs this package and those of its vendor/ folder into `folder`. In the repository it builds all of them first. */
export async function packAll(folder: string): Promise<PackedPackage[]> {
  mkdirSync(folder, { recursive: true });
  if (REPOSITORY !== undefined) {
    await npm(PACKAGE, ['run', 'build']);
    cpSync(join(PACKAGE, VENDOR), folder, { recursive: true });
    await packStaged(PACKAGE, folder);
  } else {
    cpSync(join(PACKAGE, VENDOR), folder, { recursive: true });
    await npm(PACKAGE, ['pack', '--ignore-scripts', '--pack-destination', folder]);
  }
  return await readTarballs(folder);
}

/** Returns the tarballs of a folder. */
export async function readTarballs(folder: string): Promise<PackedPackage[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.tgz')) : [];
  return await Promise.all(files.toSorted().map((file) => readTarball(join(folder, file), file)));
}

/**
 * Packs a built package of the repository as it is published. npm would change its package.json while it packs; a copy
 * leaves the repository alone.
 */
export async function packStaged(source: string, destination: string): Promise<void> {
  const { published } = (await import(/* @vite-ignore */ join(source, '../publish/publishConfig.mjs'))) as {
    published: (manifest: object) => object;
  };
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  const staged = temporaryFolder('pack-');
  for (const name of [...manifest.files, 'LICENSE', 'README.md', 'bin']) {
    if (!name.startsWith('!') && existsSync(join(source, name)))
      cpSync(join(source, name), join(staged, name), { recursive: true });
  }
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`);
  await npm(staged, ['pack', '--ignore-scripts', '--pack-destination', destination]);
}

async function readTarball(file: string, name: string): Promise<PackedPackage> {
  const integrity = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  const manifest = await manifestIn(file);
  return {
    name: manifest.name ?? '',
    version: manifest.version ?? '',
    path: `${VENDOR}/${name}`,
    integrity,
    manifest,
    file,
  };
}

/** Reads package/package.json. The format is ustar: blocks of 512 bytes, name and octal size in the header. */
async function manifestIn(file: string): Promise<LockedPackage> {
  const { gunzip } = await import('node:zlib');
  const tar = await promisify(gunzip)(readFileSync(file));
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/su, '');
    const size = parseInt(tar.toString('ascii', at + 124, at + 136), 8) || 0;
    if (name === 'package/package.json')
      return JSON.parse(tar.toString('utf8', at + 512, at + 512 + size)) as LockedPackage;
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${file} is not an npm package`);
}

export async function npm(cwd: string, args: readonly string[]): Promise<string> {
  const windows = process.platform === 'win32';
  const { stdout } = await run(windows ? 'npm.cmd' : 'npm', args, { cwd, shell: windows, maxBuffer: 1e8 });
  return stdout;
}
