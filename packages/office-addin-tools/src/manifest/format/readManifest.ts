import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../../userError.ts';

/** Far more than any manifest has. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Returns the text of a manifest. Visual Studio and PowerShell write UTF-16, which its byte order mark or its first bytes tell; an XML
 * declaration may name another encoding.
 * @throws UserError when there is no such file, or it cannot be a manifest
 */
export function readManifest(path: string): string {
  const bytes = bytesOf(path);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new UserError(`${path} is a package. Unpack it and name the manifest.json in it.`);
  const encoding = encodingOf(bytes);
  try {
    // The parser knows the byte order mark, and counts from it.
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new UserError(`${path} names the encoding ${encoding}, which is unknown. Save it as UTF-8.`, {
      cause: error,
    });
  }
}

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new UserError(`${path} has ${size} bytes: too many for a manifest.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(
      missing ? `There is no file ${path}.` : `${path} cannot be read: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without the mark, the zeros around the first `<` or `{` tell (XML 1.0, appendix F; RFC 4627, section 3).
  if ((bytes[0] === 0x3c || bytes[0] === 0x7b) && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && (bytes[1] === 0x3c || bytes[1] === 0x7b)) return 'utf-16be';
  const declaration = bytes.subarray(0, 200).toString('latin1');
  const named = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\sencoding=["'](?<name>[\w-]+)["']/u.exec(declaration)
    ?.groups?.['name'];
  // What could be read so far is no UTF-16, whatever it says.
  return named === undefined || /^utf-?16$/iu.test(named) ? 'utf-8' : named;
}
