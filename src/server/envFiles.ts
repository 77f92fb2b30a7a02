import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Strongest first. `.ENV.local` is git-ignored; `.ENV` is committed and holds no secrets. */
const FILES = ['.ENV.local', '.ENV'];

/**
 * The environment over the files of one folder. A file that is not there is fine (in the cloud there is none).
 * An empty string counts as not set, so that a blank line in a form cannot hide a value.
 */
export function loadEnvironment(environment: Environment, folder: string): Environment {
  const layers = [environment, ...FILES.map((name) => readEnvFile(join(folder, name)))];
  const merged: Record<string, string> = {};
  for (const layer of layers.reverse()) {
    for (const [name, value] of Object.entries(layer)) {
      if (value !== undefined && value.trim() !== '') merged[name] = value;
    }
  }
  return merged;
}

function readEnvFile(path: string): Environment {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  // Editors on Windows may put a byte order mark before the first name.
  return parseEnv(text.replace(/^\uFEFF/, ''));
}
