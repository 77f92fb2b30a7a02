import { readFileSync } from 'node:fs';
import { ClearError } from './clearError.ts';

/** Text of a file; undefined where there is none. @throws ClearError */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ClearError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
