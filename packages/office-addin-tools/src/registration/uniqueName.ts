import { createHash } from 'node:crypto';

/**
 * Returns Graph's `uniqueName`, a key by which the registration is found again. Contains only letters, digits and hyphens,
 * which need no encoding in a URL; other characters are replaced by a hash.
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

/** Returns the tag that marks the registration as created by configure-sso. `--remove` and clouds without unique names need it. */
export function tagOf(uniqueName: string): string {
  return `configure-sso:${uniqueName}`;
}
