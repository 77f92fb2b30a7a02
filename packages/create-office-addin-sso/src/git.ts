import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs git. @throws the error of execFile, with `stderr`; ENOENT when Git is missing */
export async function git(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await run('git', args, {
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 1e8,
    // Signing asks for a passphrase; nothing waits for it forever.
    timeout: 120_000,
  });
  return stdout;
}

/**
 * Makes a repository with one commit of everything in the folder.
 * @returns undefined, or what is left for the user to do
 */
export async function firstCommit(folder: string, message: string): Promise<string | undefined> {
  const left = `git init && git add --all && git commit -m ${JSON.stringify(message)}`;
  try {
    await git(folder, ['init', '--quiet', '--initial-branch=main']);
    // A global ignore file can name *.tgz.
    await git(folder, ['add', '--all', '--force']);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return `${missing ? 'Git is not installed' : 'Git failed'}, so there is no repository yet. Later, run: ${left}`;
  }
  try {
    await git(folder, ['commit', '--quiet', '--no-verify', '--message', message]);
    return undefined;
  } catch {
    return (
      'Git could not commit, probably because it does not know your name. Run: ' +
      `git config --global user.name "Your Name" && git config --global user.email "you@example.com", then in the folder: ` +
      `git commit -m ${JSON.stringify(message)}`
    );
  }
}

/** Returns whether a folder is inside a Git working tree. */
export async function isInRepository(folder: string): Promise<boolean> {
  try {
    return (await git(folder, ['rev-parse', '--is-inside-work-tree'])).trim() === 'true';
  } catch {
    return false;
  }
}
