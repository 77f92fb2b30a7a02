import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './configError.ts';
import { parseEnvText, type EnvWarning } from './envText.ts';
import { meantSetting } from './knownNames.ts';
import { decodeText, EncodingFault } from './textFile.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Strongest first. `.ENV.local` is git-ignored; `.ENV` is committed and holds no secrets. */
const FILES = ['.ENV.local', '.ENV'];

/**
 * Lays the environment over the files of one folder. A file that does not exist is fine (in the cloud there is none).
 * An empty string counts as not set, so that a blank line in a form cannot hide a value.
 * @param warn gets a sentence for each line that does not do what it looks like; without values
 * @throws ConfigError when a file cannot be read or decoded
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

export interface EnvFile {
  readonly values: Environment;
  readonly warnings: readonly EnvWarning[];
}

/** @returns nothing for a file that does not exist. @throws ConfigError that names the file */
export function readEnvFile(path: string): EnvFile {
  try {
    const { values, warnings } = parseEnvText(decodeText(readFileSync(path)));
    return { values, warnings: [...warnings, ...misspelt(values)] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { values: {}, warnings: [] };
    const why =
      error instanceof EncodingFault ? error.message : `cannot be read: ${(error as Error).message}`;
    throw new ConfigError([`${path} ${why}`], { cause: error });
  }
}

/** "line 3, CLIENT_SECRET, is cut off …" */
export function warningText({ line, name, problem }: EnvWarning): string {
  return (
    [line > 0 ? `line ${line}` : '', name ?? ''].filter((part) => part !== '').join(', ') + ` ${problem}.`
  );
}

function misspelt(values: Environment): EnvWarning[] {
  return Object.keys(values).flatMap((name) => {
    const meant = meantSetting(name);
    return meant === undefined
      ? []
      : [{ line: 0, name, problem: `is not a setting; did you mean ${meant}?` }];
  });
}
