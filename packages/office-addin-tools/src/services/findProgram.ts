import { UserError } from '../userError.ts';
import { installOnDebian } from '../installOnDebian.ts';

/** A program that tests need. */
export interface ProgramOptions {
  readonly debianPackage: string;
  /** Returns its path; undefined if it is not installed. */
  readonly find: () => string | undefined;
  /** What the skipped tests cover, such as "the shared token cache". */
  readonly needed: string;
  readonly fix: string;
}

/**
 * Returns the path of a program. If it is missing, installs Debian's package if this process may.
 * @returns undefined if the program is still missing; then prints one line, and tests that need it are skipped
 * @throws UserError instead if REQUIRE_SERVICES=1
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
