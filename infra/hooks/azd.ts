import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError, ROOT, type Environment } from 'office-addin-tools';

export type Values = Readonly<Record<string, string>>;

/** Saves values in azd's environment. Uses a file, because others can read a command line. */
export async function saveToAzd(values: Values, env: Environment): Promise<void> {
  if (Object.keys(values).length === 0) return;
  const file = join(tmpdir(), `azd-values-${randomUUID()}.env`);
  await writeFile(file, envText(values), { mode: 0o600, flag: 'wx' });
  try {
    await azd(
      ['env', 'set', '--file', file, '--environment', env['AZURE_ENV_NAME'] ?? '', '--cwd', ROOT],
      env,
    );
  } finally {
    await rm(file, { force: true });
  }
}

/** @throws RangeError for characters that end the line or the quotes */
export function envText(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (!/^[A-Z_]+$/u.test(name) || /["\\$`\r\n]/u.test(value))
        throw new RangeError(`The value of ${name} cannot be saved in azd's environment.`);
      return `${name}="${value}"\n`;
    })
    .join('');
}

function azd(args: readonly string[], env: Environment): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn('azd', args, {
      env: { ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      windowsHide: true,
    });
    child.once('error', (cause) => fail(new UserError('azd cannot be started. Is it on PATH?', { cause })));
    child.once('exit', (code) =>
      code === 0 ? done() : fail(new UserError(`azd could not save the values (exit code ${String(code)}).`)),
    );
  });
}

/** Runs a hook of azd. An error stops azd; a UserError prints a sentence, any other error its stack. */
export async function runHook(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { name, message, stack } = error as Error;
    process.stderr.write(`${name === 'UserError' ? message : (stack ?? message)}\n`);
    process.exitCode = 1;
  }
}
