/** Decodes text files from editors and shells. Pure. */

const NAMES = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' } as const;
type Encoding = keyof typeof NAMES;

/** The encoding of a file is unknown. The message is a predicate: "is …; save it as UTF-8". */
export class EncodingFault extends Error {
  override readonly name = 'EncodingFault';
}

/**
 * Returns the text of UTF-8 or UTF-16 bytes without a byte order mark. (Windows PowerShell writes UTF-16 LE with `>`.)
 * `TextDecoder` does not detect the encoding.
 * @throws EncodingFault for anything else
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    const problem =
      encoding === 'utf-8'
        ? 'is neither UTF-8 nor UTF-16; an editor may have saved it as Windows-1252 (Latin-1)'
        : `starts like ${NAMES[encoding]}, but is not valid ${NAMES[encoding]}`;
    throw new EncodingFault(`${problem}; save it as UTF-8`, { cause: error });
  }
  if (text.includes('\0')) throw new EncodingFault('contains NUL bytes; save it as UTF-8');
  return text;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a byte order mark: names and values are mostly ASCII, for which UTF-16 has a NUL next to each byte.
  const start = bytes.subarray(0, 4_096);
  const nulsAt = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [nulsAt(0), nulsAt(1)];
  if (odd > start.length / 4 && even === 0) return 'utf-16le';
  if (even > start.length / 4 && odd === 0) return 'utf-16be';
  return 'utf-8';
}
