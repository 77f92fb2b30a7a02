import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
let listens = false;

/** Makes a folder that is removed when the process ends, also after Ctrl+C. */
export function temporaryFolder(prefix: string, parent = tmpdir()): string {
  // Before the folder exists, so that no signal leaves it behind.
  if (!listens) {
    listens = true;
    process.once('exit', removeTemporaryFolders);
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const)
      process.once(signal, () => process.exit(code));
  }
  const folder = mkdtempSync(join(parent, prefix));
  folders.add(folder);
  return folder;
}

/** Removes what is left of the temporary folders. Synchronous, because it runs while the process exits. */
export function removeTemporaryFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.clear();
}
