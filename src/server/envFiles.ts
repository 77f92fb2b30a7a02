import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './configError.ts';
import { decodeText, EncodingFault } from './decodeText.ts';
import { parseEnvText, type EnvWarning } from './envText.ts';
import { meantSetting } from './knownNames.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

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
