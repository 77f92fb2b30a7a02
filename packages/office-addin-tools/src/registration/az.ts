import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../env/environment.ts';

export interface AzAnswer {
  /** Null: it could not be started, or did not end in time. */
  readonly code: number | null;
  /** May hold a token: never for a log. */
  readonly stdout: string;
  readonly stderr: string;
  readonly ended: 'by itself' | 'time limit' | 'not found';
}

const TIME_LIMIT_MS = 120_000;

/** What may stand in an argument. Nothing that cmd.exe reads in another way gets through. */
const ARGUMENT = /^[\w./:@-]+$/u;

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * How az is started on a platform. On Windows it is a .cmd, which Node starts only by cmd.exe; /s keeps the
 * rules of quoting simple, and there is nothing to quote in what may be an argument.
 * @throws RangeError when an argument could mean more than itself
 */
export function azCommandLine(args: readonly string[], platform: NodeJS.Platform): CommandLine {
  for (const arg of args) {
    if (!ARGUMENT.test(arg)) throw new RangeError('An argument of az holds a character that is not allowed.');
  }
  if (platform !== 'win32') return { command: 'az', args };
  return { command: 'cmd.exe', args: ['/d', '/s', '/c', ['az.cmd', ...args].join(' ')] };
}

/** Whether az is on PATH: the shell's own message for what it does not find is in the language of the system. */
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

/** Runs az and waits for its end. Never rejects. */
export async function runAz(
  args: readonly string[],
  env: Environment,
  platform = process.platform,
): Promise<AzAnswer> {
  if (!azIsInstalled(env, platform)) return { code: null, stdout: '', stderr: '', ended: 'not found' };
  const line = azCommandLine(args, platform);
  const child = spawn(line.command, line.args, {
    // cmd.exe would look for az.cmd in the current folder first.
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
      // What az started may outlive it and hold the streams open: let go of them.
      child.stdout.destroy();
      child.stderr.destroy();
      settle({ ...out, code: null, ended: 'time limit' });
    }, TIME_LIMIT_MS);
    const end = (code: number | null) => {
      clearTimeout(timer);
      settle({ ...out, code, ended: 'by itself' });
    };
    child.once('close', end);
    child.once('error', () => end(null));
  });
}
