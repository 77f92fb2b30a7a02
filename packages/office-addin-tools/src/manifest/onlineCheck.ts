import { spawn } from 'node:child_process';
import { shellQuote } from '../sideload.ts';

/** Downloaded on first use: nothing else needs it. */
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

/** Sends a manifest to Microsoft's validation service with Microsoft's own tool. @param file name of a file in `folder` */
export async function checkOnline(file: string, folder: string): Promise<OnlineAnswer> {
  // npx is a .cmd on Windows, which Node starts only through the shell.
  const child = spawn(`npx --yes ${TOOL} validate ${shellQuote(file)}`, { cwd: folder, shell: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((settle) => {
    const timer = setTimeout(() => {
      // Child processes of the shell may keep the streams open.
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

/** @param code exit code; null if the tool could not be started or reached the time limit */
export function verdictOf(code: number | null, output: string): OnlineVerdict {
  if (code === 0) return 'accepted';
  return code === null || UNREACHABLE.test(output) ? 'unreachable' : 'refused';
}
