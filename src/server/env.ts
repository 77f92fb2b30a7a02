import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, type Environment } from './config.ts';
import { settingNames } from './serverConfig.ts';

/** In order of precedence. `.ENV.local` is git-ignored; `.ENV` is committed and contains no secrets. */
const FILES = ['.ENV.local', '.ENV'];

/**
 * Merges the environment, `.ENV.local` and `.ENV`; earlier ones take precedence. A missing file counts as empty, an empty
 * value as not set.
 * @param warn called with a sentence, without values, for each suspicious line
 * @throws ConfigError if a file cannot be read or decoded
 */
export function loadEnvironment(
  environment: Environment,
  folder: string,
  warn: (sentence: string) => void = () => undefined,
): Environment {
  const files = FILES.map((name) => {
    const { values, warnings } = readEnvFile(join(folder, name));
    for (const warning of warnings) warn(`${name}: ${warningText(warning)}`);
    return values;
  });
  const merged: Record<string, string> = {};
  for (const layer of [environment, ...files].reverse()) {
    for (const [name, value] of Object.entries(layer)) {
      if (value !== undefined && value.trim() !== '') merged[name] = value;
    }
  }
  return merged;
}

interface EnvFile {
  readonly values: Environment;
  readonly warnings: readonly EnvWarning[];
}

/** Returns no values for a missing file. @throws ConfigError that names the file */
function readEnvFile(path: string): EnvFile {
  try {
    const { values, warnings } = parseEnvText(decodeText(readFileSync(path)));
    return { values, warnings: [...warnings, ...misspelled(values)] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { values: {}, warnings: [] };
    const problem =
      error instanceof EncodingFault ? error.message : `cannot be read: ${(error as Error).message}`;
    throw new ConfigError([`${path} ${problem}`], { cause: error });
  }
}

/** Returns a sentence such as "line 3, CLIENT_SECRET is cut off …". */
function warningText({ line, name, problem }: EnvWarning): string {
  const place = [line > 0 ? `line ${line}` : '', name ?? ''].filter((part) => part !== '').join(', ');
  return `${place} ${problem}.`;
}

function misspelled(values: Environment): EnvWarning[] {
  return Object.keys(values).flatMap((name) => {
    const meant = meantSetting(name);
    return meant === undefined
      ? []
      : [{ line: 0, name, problem: `is not a setting; did you mean ${meant}?` }];
  });
}

interface EnvWarning {
  /** Starts at 1; 0 if the warning is not about one line. */
  readonly line: number;
  /** Undefined if the line has no name. */
  readonly name: string | undefined;
  /** Never contains the value, which may be a secret. */
  readonly problem: string;
}

interface EnvText {
  readonly values: Readonly<Record<string, string>>;
  readonly warnings: readonly EnvWarning[];
}

const LINE = /^\s*(?:export\s+)?(?<name>[\w.-]+)\s*=[^\S\n]*(?<value>.*)$/u;

/**
 * Parses the text of a .ENV file with Node's `parseEnv`, and adds what it lacks: line ends of old Mac editors, and warnings.
 * `parseEnv` silently cuts an unquoted value at every "#", joins a line without "=" to the next name, and extends an
 * unclosed quote over the following lines. (`dotenv` is silent as well.)
 */
function parseEnvText(text: string): EnvText {
  const lines = text.split(/\r\n|\r|\n/u);
  const warnings: EnvWarning[] = [];
  const seen = new Map<string, number>();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const { name, value = '' } = LINE.exec(line)?.groups ?? {};
    if (name === undefined) {
      warnings.push({ line: index + 1, name, problem: 'is not NAME=value and is ignored; fix or remove it' });
      lines[index] = '';
      continue;
    }
    const warn = (problem: string) => warnings.push({ line: index + 1, name, problem });
    const before = seen.get(name);
    if (before !== undefined) warn(`is already set in line ${before}; this line takes precedence`);
    seen.set(name, index + 1);
    const quote = /^["'`]/u.exec(value)?.[0];
    if (quote === undefined) {
      const problem = problemOfUnquoted(value);
      if (problem !== undefined) warn(problem);
      continue;
    }
    const rest = value.slice(1);
    const end = rest.indexOf(quote);
    if (end !== -1) {
      if (!/^\s*(?:#|$)/u.test(rest.slice(end + 1)))
        warn('has text after the closing quote, which is ignored; remove it, or put it inside the quotes');
      continue;
    }
    const closing = lines.findIndex((later, at) => at > index && later.includes(quote));
    if (closing === -1)
      warn('starts with a quote that is never closed, so the quote is part of the value; close or remove it');
    else {
      warn(
        `starts with a quote that is closed only in line ${closing + 1}, so all lines up to there are part of the value`,
      );
      index = closing;
    }
  }
  return { values: parseEnv(lines.join('\n')) as Record<string, string>, warnings };
}

function problemOfUnquoted(value: string): string | undefined {
  if (/^[\u2018-\u201f]/u.test(value))
    return 'starts with a typographic quote, which is part of the value; use straight quotes';
  // "value # comment" is a comment; "abc#def" and "abc #def" may be values.
  const cut = /#/u.test(value) && !/^[^#]*\s#(?:\s|$)/u.test(value);
  return cut
    ? 'is cut off at "#", because the value is not in quotes; put the whole value in quotes'
    : undefined;
}

const NAMES = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' } as const;
type Encoding = keyof typeof NAMES;

/** The encoding of a file is unknown. The message is a predicate: "is …; save it as UTF-8". */
class EncodingFault extends Error {
  override readonly name = 'EncodingFault';
}

/**
 * Returns the text of UTF-8 or UTF-16 bytes without a byte order mark. (Windows PowerShell writes UTF-16 LE with `>`.)
 * `TextDecoder` does not detect the encoding.
 * @throws EncodingFault for anything else
 */
function decodeText(bytes: Uint8Array): string {
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

/** Variables of the commands, Node.js and packages. */
const OTHERS = [
  'SANDBOX_PORT',
  'BROWSER',
  'BROWSER_PATH',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
];
const known = [...settingNames, ...OTHERS];

/** Returns the most similar setting; undefined for a known name, and for one that is not similar to any. */
export function meantSetting(name: string): string | undefined {
  if (known.includes(name)) return undefined;
  const plain = plainOf(name);
  const near = known
    .map((candidate) => ({ candidate, edits: editDistance(plain, plainOf(candidate)) }))
    .filter(({ candidate, edits }) => edits <= (candidate.length < 6 ? 1 : 2))
    .toSorted((one, other) => one.edits - other.edits)[0];
  return near?.candidate;
}

const plainOf = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/gu, '');

/**
 * Returns the edit distance, with swaps of adjacent characters (optimal string alignment). The maintained packages (`leven`,
 * `fastest-levenshtein`) count a swap, the most common typo, as two edits: with a limit of one edit they miss PROT for
 * PORT, with two they suggest PORT for HOST.
 */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const at = (line: readonly number[], index: number) => line[index] ?? Infinity;
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(
        Math.min(
          at(last, column) + 1,
          at(next, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, next];
  }
  return last[to.length] ?? Infinity;
}
