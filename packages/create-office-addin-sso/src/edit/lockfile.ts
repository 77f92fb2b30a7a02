/** The part of package-lock.json that is read here. */
export interface Lock {
  readonly packages: Record<string, LockedPackage>;
  [member: string]: unknown;
}

export interface LockedPackage {
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  peer?: boolean;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  [member: string]: unknown;
}

/** A package of this repository, packed. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  /** Path in the project. */
  readonly path: string;
  /** `sha512-` and base64. */
  readonly integrity: string;
  /** Its package.json as published. */
  readonly manifest: LockedPackage;
}

/**
 * Returns the lock file of a created project: that of this repository with the workspaces replaced by tarballs, without
 * the packages that nothing needs any more.
 * @param root package.json of the project
 */
export function projectLock(lock: Lock, root: LockedPackage, tarballs: readonly Tarball[]): Lock {
  const packages: Record<string, LockedPackage> = { '': rootEntry(lock.packages[''], root) };
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path.startsWith('node_modules/') && entry.link !== true) packages[path] = { ...entry };
    const nested = /^packages\/[^/]+\/node_modules\/.*/u.exec(path)?.[0];
    if (nested !== undefined) packages[nested.replace(/^packages/u, 'node_modules')] = { ...entry };
  }
  for (const { name, version, path, integrity, manifest } of tarballs) {
    const { dependencies, peerDependencies, peerDependenciesMeta, engines, bin, license } = manifest;
    packages[`node_modules/${name}`] = JSON.parse(
      JSON.stringify({
        version,
        resolved: `file:${path}`,
        integrity,
        license,
        dependencies,
        bin: binOf(bin),
        engines,
        peerDependencies,
        peerDependenciesMeta,
      }),
    ) as LockedPackage;
  }
  const { name, version } = root;
  return { ...lock, name, version, packages: sorted(withFlags(packages)) };
}

/** npm writes the paths of programs without `./`. */
function binOf(bin: LockedPackage['bin']): Record<string, string> | undefined {
  if (bin === undefined) return undefined;
  return Object.fromEntries(Object.entries(bin).map(([name, path]) => [name, path.replace(/^\.\//u, '')]));
}

/** Keeps the order of members that npm writes. */
function rootEntry(before: LockedPackage = {}, root: LockedPackage): LockedPackage {
  const members = Object.keys({ ...before, ...root }).filter((member) => member !== 'workspaces');
  return Object.fromEntries(
    members
      .filter((member) => ROOT_MEMBERS.has(member) && root[member] !== undefined)
      .map((member) => [member, root[member]]),
  );
}

const ROOT_MEMBERS = new Set(['name', 'version', 'license', 'dependencies', 'devDependencies', 'engines']);

/** Marks what only development or optional parts need, as npm does, and leaves out what nothing needs. */
function withFlags(packages: Record<string, LockedPackage>): Record<string, LockedPackage> {
  const root = packages[''] ?? {};
  const all = { ...root.dependencies, ...root.devDependencies };
  const everything = reachable(packages, all, 'optional');
  // npm marks what only an optional peer dependency needs in production as devOptional, too.
  const inProduction = reachable(packages, root.dependencies ?? {}, 'optional peers');
  const needed = reachable(packages, all, 'required');
  const neededInProduction = reachable(packages, root.dependencies ?? {}, 'required');
  return Object.fromEntries(
    Object.entries(packages)
      .filter(([path]) => path === '' || everything.has(path))
      .map(([path, { dev: _dev, optional: _optional, devOptional: _devOptional, peer, ...entry }]) => {
        if (path === '') return [path, entry];
        const flags: Partial<LockedPackage> = {};
        if (!inProduction.has(path)) flags.dev = true;
        if (!needed.has(path)) flags.optional = true;
        else if (inProduction.has(path) && !neededInProduction.has(path)) flags.devOptional = true;
        if (peer === true) flags.peer = true;
        return [path, inOrder({ ...entry, ...flags })];
      }),
  );
}

/** Which dependencies to follow; each includes those before it. */
type Depth = 'required' | 'optional' | 'optional peers';

/** Returns the paths of all packages that these dependencies lead to. */
function reachable(
  packages: Readonly<Record<string, LockedPackage>>,
  from: Readonly<Record<string, string>>,
  depth: Depth,
): Set<string> {
  const found = new Set<string>();
  const visit = (parent: string, names: Iterable<string>) => {
    for (const name of names) {
      const path = resolvedPath(packages, parent, name);
      if (path === undefined || found.has(path)) continue;
      found.add(path);
      const entry = packages[path] ?? {};
      const peers = Object.keys(entry.peerDependencies ?? {}).filter(
        (peer) => depth === 'optional peers' || entry.peerDependenciesMeta?.[peer]?.optional !== true,
      );
      visit(path, [
        ...Object.keys(entry.dependencies ?? {}),
        ...peers,
        ...(depth === 'required' ? [] : Object.keys(entry.optionalDependencies ?? {})),
      ]);
    }
  };
  visit('', Object.keys(from));
  return found;
}

/** Looks in the folders that Node.js looks in. */
function resolvedPath(
  packages: Readonly<Record<string, LockedPackage>>,
  parent: string,
  name: string,
): string | undefined {
  for (let folder = parent; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/u, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === '') return undefined;
  }
}

/** Orders the members as npm writes them, so that `npm install` changes nothing: these first, and objects last, but not lists. */
function inOrder(entry: LockedPackage): LockedPackage {
  const first = ['name', 'version', 'resolved', 'integrity', 'dependencies'];
  const rank = (member: string) => (first.includes(member) ? first.indexOf(member) : first.length);
  const isObject = (member: string) =>
    Number(typeof entry[member] === 'object' && !Array.isArray(entry[member]));
  return Object.fromEntries(
    Object.entries(entry).sort(
      ([one], [other]) =>
        isObject(one) - isObject(other) || rank(one) - rank(other) || one.localeCompare(other, 'en'),
    ),
  );
}

function sorted(packages: Record<string, LockedPackage>): Record<string, LockedPackage> {
  return Object.fromEntries(
    Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')),
  );
}
