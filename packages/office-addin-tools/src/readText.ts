import { readFileSync } from 'node:fs';
import { decodeText, EncodingFault } from './env/decodeText.ts';
import { UserError } from './userError.ts';

/** Returns a file's text; undefined if it does not exist. Keeps a UTF-8 byte order mark. @throws UserError */
export function readText(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return `${marked ? '\uFEFF' : ''}${decodeText(bytes)}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof EncodingFault) throw new UserError(`${path} ${error.message}.`, { cause: error });
    throw new UserError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
