import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findProgram } from './findProgram.ts';

/** Returns the path of redis-server for tests: see `findProgram`. */
export function findRedis(print: (sentence: string) => void): string | undefined {
  const fix = 'Install it (apt-get install redis-server; brew install redis) and add it to PATH.';
  const needed = 'the shared token cache and several instances';
  return findProgram({ debianPackage: 'redis-server', find: installed, needed, fix }, print);
}

function installed(): string | undefined {
  const name = process.platform === 'win32' ? 'redis-server.exe' : 'redis-server';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((folder) => join(folder, name))
    .find((place) => existsSync(place));
}
