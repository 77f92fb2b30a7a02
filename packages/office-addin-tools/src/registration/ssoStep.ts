import { execFile } from 'node:child_process';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../env/environment.ts';
import { typescript } from '../nodeProcess.ts';
import { ROOT } from '../projectFolder.ts';

export type SsoStep = 'login' | 'is-admin' | 'consent' | 'install-az';

/** TypeScript in the repository, JavaScript in the package. */
const OFFICE_ADDIN_SSO = join(import.meta.dirname, `officeAddinSso${extname(import.meta.filename)}`);
const MINUTE_MS = 60_000;
/** A person signs in during `login`; `install-az` downloads. */
const LIMITS_MS: Readonly<Record<SsoStep, number>> = {
  login: 10 * MINUTE_MS,
  'is-admin': MINUTE_MS,
  consent: 2 * MINUTE_MS,
  'install-az': 20 * MINUTE_MS,
};

/** Runs a step of office-addin-sso. @returns its result; false if it failed or reached the time limit */
export async function ssoStep(step: SsoStep, env: Environment, clientId?: string): Promise<boolean> {
  const args = [...typescript(OFFICE_ADDIN_SSO), step];
  const options = { cwd: ROOT, env: { ...env }, timeout: LIMITS_MS[step], windowsHide: true };
  const output = await new Promise<string>((settle) => {
    const all = clientId === undefined ? args : [...args, clientId];
    // The last line of output is the result; the exit code adds nothing.
    execFile(process.execPath, all, options, (_error, stdout) => settle(stdout));
  });
  try {
    return answer.safeParse(JSON.parse(output.trim().split('\n').at(-1) ?? '')).success;
  } catch {
    return false;
  }
}

const answer = z.object({ said: z.literal(true) });
