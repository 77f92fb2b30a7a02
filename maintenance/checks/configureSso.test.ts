// @module-tag full
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from 'office-addin-tools';

/** Runs the command in a separate process. */
const command = (...args: string[]) =>
  promisify(execFile)(
    process.execPath,
    ['node_modules/office-addin-tools/bin/office-addin-tools.mjs', 'configure-sso', ...args],
    { cwd: ROOT },
  );

it('prints the plan without an account', async () => {
  const { stdout, stderr } = await command('--dry-azure', '--dry-run', '--name', 'shown to a newcomer');
  expect(stdout).toMatch(/It needs no account and changes no project file/);
  expect(stdout).toMatch(/create {2}the registration "shown to a newcomer"/);
  expect(stdout).toMatch(/Nothing was changed \(--dry-run\)/);
  expect(stdout).toMatch(/Registration as stored in Graph: +\.cache/);
  expect(stderr).toBe('');
}, 30_000);

it('prints one sentence and exits with 1 on an error', async () => {
  const failed = command('--dry-azure', '--situation', 'expired');
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^az's sign-in has expired .*\n$/) as string,
  });
}, 30_000);
