import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../userError.ts';

/** Whole or not at all: the run may end at any moment. @param mode such as 0o600 for what only the owner reads */
export function writeFileAtomically(path: string, text: string, mode?: number): void {
  // Git ignores .env.*: a run that is killed here leaves no secret to commit.
  const half = join(dirname(path), `.env.${basename(path)}.half`);
  try {
    // A leftover would keep its own mode.
    rmSync(half, { force: true });
    writeFileSync(half, text, mode === undefined ? {} : { mode });
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw new UserError(`${path} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}
