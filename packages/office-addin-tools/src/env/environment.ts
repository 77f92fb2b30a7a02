import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../userError.ts';
import { decodeText, EncodingFault } from './decodeText.ts';
import { parseEnvText, type EnvWarning } from './envText.ts';
import { meantSetting } from './settingNames.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Highest precedence first. `.ENV.local` is git-ignored; `.ENV` is committed and contains no secrets. */
const FILES = ['.ENV.local', '.ENV'];

/**
 * Returns the environment, which overrides `.ENV.local`, which overrides `.ENV`. A missing file counts as empty, and an
 * empty value as not set.
 * @param warn receives a sentence, without values, for each suspicious line
 * @param names of the project's settings; warns about names that resemble one of them
 * @throws UserError if a file cannot be read or decoded
 */
export function loadEnvironment(
  environment: Environment,
  folder: string,
  warn: (sentence: string) => void = () => undefined,
  names: readonly string[] = [],
): Environment {
  const files = FILES.map((name) => {
    const { values, warnings } = readEnvFile(join(folder, name), names);
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

export interface EnvFile {
  readonly values: Environment;
  readonly warnings: readonly EnvWarning[];
}

/** Returns no values for a file that does not exist. @throws UserError that names the file */
export function readEnvFile(path: string, names: readonly string[]): EnvFile {
  try {
    const { values, warnings } = parseEnvText(decodeText(readFileSync(path)));
    return { values, warnings: [...warnings, ...misspelled(values, names)] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { values: {}, warnings: [] };
    const why =
      error instanceof EncodingFault ? error.message : `cannot be read: ${(error as Error).message}`;
    throw new UserError(`${path} ${why}.`, { cause: error });
  }
}

/** Returns a sentence such as "line 3, CLIENT_SECRET, is cut off …". */
export function warningText({ line, name, problem }: EnvWarning): string {
  const place = [line > 0 ? `line ${line}` : '', name ?? ''].filter((part) => part !== '').join(', ');
  return `${place} ${problem}.`;
}

function misspelled(values: Environment, names: readonly string[]): EnvWarning[] {
  return Object.keys(values).flatMap((name) => {
    const meant = meantSetting(name, names);
    return meant === undefined
      ? []
      : [{ line: 0, name, problem: `is not a setting; did you mean ${meant}?` }];
  });
}
