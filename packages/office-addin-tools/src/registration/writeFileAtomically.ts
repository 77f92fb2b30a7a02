import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../userError.ts';

/** Atomic: an interrupted run leaves the old file. @param mode such as 0o600 for owner-only access */
export function writeFileAtomically(path: string, text: string, mode?: number): void {
  // Git ignores .env.*, so a killed run leaves no secret to commit.
  const temporary = join(dirname(path), `.env.${basename(path)}.half`);
  try {
    // An existing file would keep its mode.
    rmSync(temporary, { force: true });
    writeFileSync(temporary, text, mode === undefined ? {} : { mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UserError(`${path} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}
