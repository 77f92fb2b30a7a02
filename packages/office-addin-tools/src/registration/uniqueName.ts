import { createHash } from 'node:crypto';

/**
 * The name by which a registration is found again: Graph's `uniqueName`, a key that the maker chooses. Letters,
 * digits and hyphens only, so that it means the same in an address; what had to be left out becomes a hash.
 */
export function uniqueNameOf(name: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name) && name.length <= 64) return name;
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 48);
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return words === '' ? `add-in-${hash}` : `${words}-${hash}`;
}

/** Stands among the registration's tags: who made it, for clouds without unique names and for `--remove`. */
export function tagOf(uniqueName: string): string {
  return `configure-sso:${uniqueName}`;
}
