import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../env/environment.ts';

export interface AzResult {
  /** Exit code; null if az could not be started or reached the time limit. */
  readonly code: number | null;
  /** May contain a token: never log it. */
  readonly stdout: string;
  readonly stderr: string;
  readonly ended: 'exited' | 'timeout' | 'not-found';
}

const TIME_LIMIT_MS = 120_000;

/** Allowed arguments: no character that cmd.exe interprets. */
const ARGUMENT = /^[\w./:@-]+$/u;

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Returns the command that runs az. On Windows az is a .cmd, which Node.js starts only through cmd.exe; /s keeps the quoting
 * rules simple, and allowed arguments need no quotes.
 * @throws RangeError if an argument contains a character that cmd.exe could interpret
 */
export function azCommandLine(args: readonly string[], platform: NodeJS.Platform): CommandLine {
  for (const arg of args) {
    if (!ARGUMENT.test(arg))
      throw new RangeError('An argument of az contains a character that is not allowed.');
  }
  if (platform !== 'win32') return { command: 'az', args };
  return { command: 'cmd.exe', args: ['/d', '/s', '/c', ['az.cmd', ...args].join(' ')] };
}

/** Returns whether az is on PATH. The shell's own message for a missing program is localized. */
export function azIsInstalled(env: Environment, platform: NodeJS.Platform): boolean {
  const path = env['PATH'] ?? env['Path'] ?? '';
  const name = platform === 'win32' ? 'az.cmd' : 'az';
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .some((folder) => {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Runs az until it exits or reaches the time limit. Never rejects. */
export async function runAz(
  args: readonly string[],
  env: Environment,
  platform = process.platform,
): Promise<AzResult> {
  if (!azIsInstalled(env, platform)) return { code: null, stdout: '', stderr: '', ended: 'not-found' };
  const line = azCommandLine(args, platform);
  const child = spawn(line.command, line.args, {
    // By default cmd.exe searches the current folder first.
    env: { ...env, NoDefaultCurrentDirectoryInExePath: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
  return new Promise((settle) => {
    const timer = setTimeout(() => {
      child.kill();
      // Child processes of az may keep the streams open.
      child.stdout.destroy();
      child.stderr.destroy();
      settle({ ...out, code: null, ended: 'timeout' });
    }, TIME_LIMIT_MS);
    const end = (code: number | null) => {
      clearTimeout(timer);
      settle({ ...out, code, ended: 'exited' });
    };
    child.once('close', end);
    child.once('error', () => end(null));
  });
}
