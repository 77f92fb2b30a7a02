import { UserError } from '../userError.ts';
import { installOnDebian } from '../installOnDebian.ts';

/** A service that tests start for themselves. */
export interface ProgramOptions {
  readonly debianPackage: string;
  /** Where it is; undefined: not here. */
  readonly find: () => string | undefined;
  /** What is not tested without it, such as "the shared token cache". */
  readonly needed: string;
  readonly fix: string;
}

/**
 * Returns the path of the program. Installs Debian's package if there is none and this process may install one.
 * @returns undefined if there is still none: `print` gets one line, and the tests that need it are skipped
 * @throws UserError instead, with REQUIRE_SERVICES=1
 */
export function findProgram(
  { debianPackage, find, needed, fix }: ProgramOptions,
  print: (sentence: string) => void,
): string | undefined {
  const found = find();
  if (found) return found;
  installOnDebian(debianPackage);
  const now = find();
  if (now) return now;
  const missing = `${debianPackage} not found (tests of ${needed})`;
  if (process.env['REQUIRE_SERVICES'] === '1') throw new UserError(`REQUIRE_SERVICES=1: ${missing}. ${fix}`);
  print(`skipped: ${missing}. ${fix}`);
  return undefined;
}
