import { execFile } from 'node:child_process';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { Environment } from '../env/environment.ts';
import { typescript } from '../nodeProcess.ts';
import { ROOT } from '../projectFolder.ts';

export type SsoStep = 'login' | 'is-admin' | 'consent' | 'install-az';

/** The program next to this file: TypeScript in the repository, JavaScript in the package. */
const OFFICE_ADDIN_SSO = join(import.meta.dirname, `officeAddinSso${extname(import.meta.filename)}`);
const MINUTE_MS = 60_000;
/** A person signs in during the first; the last downloads. */
const LIMITS_MS: Readonly<Record<SsoStep, number>> = {
  login: 10 * MINUTE_MS,
  'is-admin': MINUTE_MS,
  consent: 2 * MINUTE_MS,
  'install-az': 20 * MINUTE_MS,
};

/** Runs a step of office-addin-sso. @returns whether it said yes: false too when it failed or took too long */
export async function ssoStep(step: SsoStep, env: Environment, clientId?: string): Promise<boolean> {
  const args = [...typescript(OFFICE_ADDIN_SSO), step];
  const options = { cwd: ROOT, env: { ...env }, timeout: LIMITS_MS[step], windowsHide: true };
  const output = await new Promise<string>((settle) => {
    const all = clientId === undefined ? args : [...args, clientId];
    // Its exit code says nothing that the last line does not.
    execFile(process.execPath, all, options, (_error, stdout) => settle(stdout));
  });
  try {
    return answer.safeParse(JSON.parse(output.trim().split('\n').at(-1) ?? '')).success;
  } catch {
    return false;
  }
}

const answer = z.object({ said: z.literal(true) });
