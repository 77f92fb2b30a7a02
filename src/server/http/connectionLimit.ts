import { readFileSync } from 'node:fs';

/**
 * Returns the maximum number of client connections: at most half of the open-file limit, because a request can need an
 * outgoing connection, and the server also opens files and connections of the options.
 * @param max upper bound, whatever the system allows
 */
export function connectionLimit(max: number, openFiles: number | undefined): number {
  return openFiles === undefined ? max : Math.min(max, Math.floor(openFiles / 2));
}

/** Returns the soft limit of open files, which Node raises to the hard limit at startup. Undefined if unknown, as on Windows. */
export function openFilesLimit(): number | undefined {
  try {
    return readOpenFiles(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param limits contents of /proc/<pid>/limits */
export function readOpenFiles(limits: string): number | undefined {
  const soft = /^Max open files +(\d+)/m.exec(limits)?.[1];
  return soft === undefined ? undefined : Number(soft);
}
