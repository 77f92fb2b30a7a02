import { nearest } from '../nearest.ts';

/** Finds misspelled names of settings. Pure. */

/** Variables of the commands, of Node.js and of packages. */
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
 * Returns the setting that was probably meant: one that differs in at most two letters (one in a short name), ignoring
 * case and punctuation. Undefined for a known name, and for a name that resembles none.
 * @param names of the project's settings; empty if unknown
 */
export function meantSetting(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const known = new Map([...names, ...OTHERS].map((candidate) => [plainOf(candidate), candidate]));
  if ([...known.values()].includes(name)) return undefined;
  const plain = nearest(plainOf(name), known.keys(), (candidate) => (candidate.length < 6 ? 1 : 2));
  return plain === undefined ? undefined : known.get(plain);
}

/** Like `meantSetting`, but only for long names: the environment contains many short names of other programs. */
export function meantVariable(name: string, names: readonly string[]): string | undefined {
  return plainOf(name).length < 7 ? undefined : meantSetting(name, names);
}

const plainOf = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/gu, '');
