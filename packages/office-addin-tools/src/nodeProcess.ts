import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ROOT } from './projectFolder.ts';

const STOP_MS = 5_000;

export interface NodeProcess {
  /** Resolves with the exit code; null if a signal ended the process. */
  readonly ended: Promise<number | null>;
  /** Returns everything printed so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Ends the process immediately, like a crash. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts a Node.js program of this project.
 * @param onOutput receives the output as it arrives
 * @param cwd where the server looks for .ENV files
 */
export function startNode(
  args: readonly string[],
  env: Record<string, string | undefined>,
  onOutput: (text: string) => void = () => undefined,
  cwd = ROOT,
): NodeProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput(text);
    });
  }
  const ended = new Promise<number | null>((settle) => {
    child.once('exit', (code) => settle(code));
    child.once('error', () => settle(null));
  });
  return {
    ended,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(force);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Returns the Node.js arguments that run a TypeScript program of this project. */
export function typescript(program: string): string[] {
  return ['--import', 'tsx', resolve(ROOT, program)];
}
