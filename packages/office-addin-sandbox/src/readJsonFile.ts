import { readFileSync } from 'node:fs';
import { UserError } from './userError.ts';

/** @throws UserError that names the file, if it can't be read or isn't JSON */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UserError(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
