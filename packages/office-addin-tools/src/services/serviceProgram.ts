import { ClearError } from '../clearError.ts';
import { installOnDebian } from '../debian.ts';

/** A service that tests start for themselves. */
export interface ServiceProgram {
  readonly debianPackage: string;
  /** Where it is; undefined: not here. */
  readonly find: () => string | undefined;
  /** What is not tested without it, such as "the shared token cache". */
  readonly needed: string;
  readonly mend: string;
}

/**
 * The program that is there, else Debian's package where we may install it.
 * @returns undefined where there is none, which leaves tests out; `say` is told
 * @throws ClearError on a CI machine with Linux, where a test that is left out would go unnoticed
 */
export function findServiceProgram(
  { debianPackage, find, needed, mend }: ServiceProgram,
  say: (sentence: string) => void,
): string | undefined {
  const found = find();
  if (found) return found;
  installOnDebian(debianPackage);
  const now = find();
  if (now) return now;
  if (process.env['CI'] && process.platform === 'linux') {
    throw new ClearError(`${debianPackage} is missing, and with it the tests of ${needed}. ${mend}`);
  }
  say(`NOT TESTED here: ${needed}, for want of ${debianPackage}. ${mend}`);
  return undefined;
}
