import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../../userError.ts';

/** Far larger than any manifest. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Returns the text of a manifest. Detects UTF-16, which Visual Studio and PowerShell write, by its byte order mark or first
 * bytes, and other encodings by the XML declaration.
 * @throws UserError if the file is missing or cannot be a manifest
 */
export function readManifest(path: string): string {
  const bytes = bytesOf(path);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new UserError(`${path} is an app package. Unpack it and name its manifest.json.`);
  const encoding = encodingOf(bytes);
  try {
    // The parser handles the byte order mark.
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new UserError(`${path} declares the unknown encoding ${encoding}. Save it as UTF-8.`, {
      cause: error,
    });
  }
}

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      throw new UserError(`${path} has ${size} bytes, which is too large for a manifest.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(
      missing ? `${path} does not exist.` : `${path} cannot be read: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without the mark, check for zeros around the first `<` or `{` (XML 1.0, appendix F; RFC 4627, section 3).
  if ((bytes[0] === 0x3c || bytes[0] === 0x7b) && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && (bytes[1] === 0x3c || bytes[1] === 0x7b)) return 'utf-16be';
  const declaration = bytes.subarray(0, 200).toString('latin1');
  const named = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\sencoding=["'](?<name>[\w-]+)["']/u.exec(declaration)
    ?.groups?.['name'];
  // The declaration is readable as bytes, so it is not UTF-16, whatever it declares.
  return named === undefined || /^utf-?16$/iu.test(named) ? 'utf-8' : named;
}
