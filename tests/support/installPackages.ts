import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import root from '../../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const windows = process.platform === 'win32';

export interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly filename: string;
  /** Bytes of the tarball. */
  readonly size: number;
}

export interface Installed {
  /** Folder of a project that has only these packages installed. */
  readonly project: string;
  readonly packed: readonly Packed[];
  readonly remove: () => void;
}

/**
 * Packs packages of this repository and installs the tarballs into an empty project.
 * @param names folders in packages/
 * @param others additional npm packages, in the versions of this repository
 */
export async function installPackages(
  names: readonly string[],
  others: readonly (keyof typeof root.devDependencies)[],
): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'packages-'));
  const repository = copyRepository(join(folder, 'repository'));
  const packed: Packed[] = [];
  for (const name of names) {
    const stdout = await npm(join(repository, 'packages', name), [
      'pack',
      '--json',
      '--pack-destination',
      folder,
    ]);
    // prepack prints to stdout before the JSON.
    const [entry] = Object.values(
      JSON.parse(stdout.slice(stdout.search(/^[[{]/mu))) as Record<string, Packed>,
    );
    if (entry) packed.push(entry);
  }
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'project', private: true, type: 'module' }),
  );
  const tarballs = packed.map(({ filename }) => join(folder, filename));
  const versions = others.map((name) => `${name}@${root.devDependencies[name]}`);
  await npm(project, ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs, ...versions]);
  return { project, packed, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Copies the packages, because npm pack temporarily changes package.json, which other tests read. */
function copyRepository(copy: string): string {
  for (const name of ['tsconfig.json', 'packages']) {
    cpSync(join(ROOT, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/[\\/]dist$/u.test(path),
    });
  }
  const modules = join(copy, 'node_modules');
  mkdirSync(modules);
  const own = new Set(readdirSync(join(copy, 'packages')));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const target = own.has(name) ? join(copy, 'packages', name) : join(ROOT, 'node_modules', name);
    symlinkSync(target, join(modules, name), 'junction');
  }
  return copy;
}

async function npm(cwd: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(windows ? 'npm.cmd' : 'npm', args, { cwd, shell: windows });
  return stdout;
}
