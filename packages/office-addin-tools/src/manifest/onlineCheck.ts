import { spawn } from 'node:child_process';
import { shellQuote } from '../sideload.ts';

/** Fetched when it is asked for: nothing else needs it. */
const TOOL = 'office-addin-manifest@3.0.0';
const TIME_LIMIT_MS = 120_000;
const UNREACHABLE =
  /unable to contact|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|E404|fetch failed/iu;

export type OnlineVerdict = 'accepted' | 'refused' | 'unreachable';

export interface OnlineAnswer {
  readonly verdict: OnlineVerdict;
  /** What Microsoft's tool printed. */
  readonly output: string;
}

/**
 * Asks Microsoft's validation service by its own tool. The manifest is sent there.
 * @param file a manifest's name, @param folder where it is
 */
export async function checkOnline(file: string, folder: string): Promise<OnlineAnswer> {
  // npx is a .cmd on Windows, which Node starts only through the shell.
  const child = spawn(`npx --yes ${TOOL} validate ${shellQuote(file)}`, { cwd: folder, shell: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((settle) => {
    const timer = setTimeout(() => {
      // What the shell started may outlive it and hold the streams open: let go of them.
      child.kill();
      child.stdout.destroy();
      child.stderr.destroy();
      settle(null);
    }, TIME_LIMIT_MS);
    const end = (exitCode: number | null) => {
      clearTimeout(timer);
      settle(exitCode);
    };
    child.once('close', end);
    child.once('error', () => end(null));
  });
  return { verdict: verdictOf(code, output), output: output.trim() };
}

/** @param code of the tool's exit; null: it could not be started, or was ended at the time limit. */
export function verdictOf(code: number | null, output: string): OnlineVerdict {
  if (code === 0) return 'accepted';
  return code === null || UNREACHABLE.test(output) ? 'unreachable' : 'refused';
}
