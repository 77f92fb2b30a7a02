import { nearest } from '../nearest.ts';

/** Finds misspelled names of settings. Pure. */

/** Read by the commands, by Node.js and by the packages that it loads. */
const OTHERS = [
  'SANDBOX_PORT',
  'BROWSER',
  'BROWSER_PATH',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
];

/**
 * Returns the setting that was probably meant: one that differs in at most two letters (one in a short name), besides
 * case and punctuation. Undefined for a known name, and for one that is like none.
 * @param names of the project's settings; empty: they are not known
 */
export function meantSetting(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const known = new Map([...names, ...OTHERS].map((candidate) => [plainOf(candidate), candidate]));
  if ([...known.values()].includes(name)) return undefined;
  const plain = nearest(plainOf(name), known.keys(), (candidate) => (candidate.length < 6 ? 1 : 2));
  return plain === undefined ? undefined : known.get(plain);
}

/** The same for the environment, but only for longer names: it has many short names of other programs. */
export function meantVariable(name: string, names: readonly string[]): string | undefined {
  return plainOf(name).length < 7 ? undefined : meantSetting(name, names);
}

const plainOf = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/gu, '');
