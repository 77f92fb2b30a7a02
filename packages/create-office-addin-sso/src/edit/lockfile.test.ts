import { expect, it } from 'vitest';
import { projectLock, type LockedPackage } from './lockfile.ts';

const root: LockedPackage = {
  name: 'files',
  dependencies: { app: '1' },
  devDependencies: { types: '1', tool: '1' },
};
const packages: Record<string, LockedPackage> = {
  '': root,
  'node_modules/app': {
    version: '1.0.0',
    peerDependencies: { types: '1' },
    peerDependenciesMeta: { types: { optional: true } },
    optionalDependencies: { speedup: '1' },
  },
  'node_modules/speedup': { version: '1.0.0' },
  'node_modules/tool': { version: '1.0.0', dependencies: { part: '1' } },
  'node_modules/part': { version: '1.0.0' },
  'node_modules/types': { version: '1.0.0' },
  'node_modules/unused': { version: '1.0.0' },
};
const flagsOf = ({ dev, optional, devOptional }: LockedPackage) =>
  JSON.parse(JSON.stringify({ dev, optional, devOptional })) as object;

it('marks packages as npm does, and leaves out unused ones', () => {
  const lock = projectLock({ packages }, root, []);
  const flags = Object.fromEntries(
    Object.entries(lock.packages).map(([path, entry]) => [path.replace('node_modules/', ''), flagsOf(entry)]),
  );
  expect(flags).toEqual({
    '': {},
    app: {},
    part: { dev: true },
    // Development needs it, and so does an optional peer dependency in production.
    types: { devOptional: true },
    speedup: { optional: true },
    tool: { dev: true },
  });
});
