// @module-tag full
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from 'office-addin-tools';

/** The command as it is typed, in a process of its own. */
const command = (...args: string[]) =>
  promisify(execFile)(
    process.execPath,
    ['node_modules/office-addin-tools/bin/office-addin-tools.mjs', 'configure-sso', ...args],
    { cwd: ROOT },
  );

it('shows a newcomer the plan without an account', async () => {
  const { stdout, stderr } = await command('--dry-azure', '--dry-run', '--name', 'shown to a newcomer');
  expect(stdout).toMatch(/No account, and nothing of the project changes/);
  expect(stdout).toMatch(/create {2}the registration "shown to a newcomer"/);
  expect(stdout).toMatch(/Nothing was changed \(--dry-run\)/);
  expect(stdout).toMatch(/The registration as Graph has it: +\.cache/);
  expect(stderr).toBe('');
}, 30_000);

it('ends with 1 and a sentence where it cannot go on', async () => {
  const failed = command('--dry-azure', '--situation', 'expired');
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The sign-in of az has ended .*\n$/) as string,
  });
}, 30_000);
