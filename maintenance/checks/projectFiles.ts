import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const project = join(import.meta.dirname, '..', '..');

/** Folders with generated or installed files, at any depth. */
const LEFT_OUT = new Set([
  ...['.git', 'node_modules', 'dist', '.cache', '.data', '.azure', 'coverage'],
  ...['test-results', 'playwright-report', 'vendor'],
]);

/** Returns the source and text files of the project: paths with `/`, relative to the project, sorted. */
export function projectFiles(matches: RegExp): string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push(relative(project, path).replaceAll(sep, '/'));
    }
  };
  walk(project);
  return files.filter((file) => matches.test(file)).sort();
}

export function readProjectFile(file: string): string {
  return readFileSync(join(project, file), 'utf8');
}
