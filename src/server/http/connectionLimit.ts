import { readFileSync } from 'node:fs';

/**
 * Returns how many connections of clients may be open: half of the files that the process may open at most, because
 * each request can need a connection of the server's own, and there are files, Redis and the database.
 * @param most where the system allows more
 */
export function connectionLimit(most: number, openFiles: number | undefined): number {
  return openFiles === undefined ? most : Math.min(most, Math.floor(openFiles / 2));
}

/** Soft limit of open files; Node raises it to the hard one when it starts. Undefined: unknown, as on Windows. */
export function openFilesLimit(): number | undefined {
  try {
    return readOpenFiles(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param limits text of /proc/<pid>/limits */
export function readOpenFiles(limits: string): number | undefined {
  const soft = /^Max open files +(\d+)/m.exec(limits)?.[1];
  return soft === undefined ? undefined : Number(soft);
}
