import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from 'office-addin-tools';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  /** True for a workspace of this repository. */
  readonly link?: boolean;
}

/**
 * Returns the downloaded packages without a hash. npm writes no hash for a package that it takes from an existing
 * node_modules folder or an incomplete cache, and `npm ci` accepts such an entry silently.
 */
function unverifiable(packages: Record<string, LockedPackage>): string[] {
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))
    .map(([path, { version }]) => `${path}@${version ?? '?'}`);
}

test('package-lock.json has a SHA-512 hash for every downloaded package', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const fix =
    'Delete node_modules and run `npm install --package-lock-only --cache <empty folder>`, so that npm fetches the hashes.';
  expect(unverifiable(lock.packages), fix).toEqual([]);
});

test('finds entries with a missing, weak or empty hash, but not workspaces', () => {
  const sha512 = `sha512-${'A'.repeat(86)}==`;
  expect(
    unverifiable({
      '': { version: '1.0.0' },
      'packages/tools': { version: '1.0.0' },
      'node_modules/tools': { link: true },
      'node_modules/good': { version: '1.0.0', integrity: sha512 },
      'node_modules/bare': { version: '1.0.0' },
      'node_modules/good/node_modules/weak': {
        version: '2.0.0',
        integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=',
      },
      'node_modules/empty': { version: '3.0.0', integrity: '' },
    }),
  ).toEqual([
    'node_modules/bare@1.0.0',
    'node_modules/good/node_modules/weak@2.0.0',
    'node_modules/empty@3.0.0',
  ]);
});
