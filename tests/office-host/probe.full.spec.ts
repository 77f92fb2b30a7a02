import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { findHeadlessBrowser } from 'office-addin-tools/testing';

const root = dirname(createRequire(import.meta.url).resolve('office-addin-sandbox/package.json'));
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'bin/office-addin-sandbox.mjs'), ...args], {
    env: { ...process.env, OFFICE_ADDIN_SANDBOX_BROWSER: findHeadlessBrowser() },
  });

test('the probes record the answers of the sandbox, which compare finds to be the same @full', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const file = join(folder, 'probe.json');
  await run('probe', '--app', 'excel', '--json', file);
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    host: 'Excel',
    platform: 'OfficeOnline',
    answers: {
      context: { ok: { host: 'Excel', touchEnabled: false } },
      getAccessToken: { ok: { scp: 'access_as_user', ver: '2.0', name: '<string>' } },
      'dialog.http': { error: { code: 12005 } },
      'dialog.otherDomain': { error: { code: 12004 } },
      'dialog.messageParent': { ok: { secondDialog: 12007 } },
      'excel.linkKeepsValue': { ok: { values: [['Plan']] } },
    },
  });
  expect(text).not.toMatch(/eyJ|Adele|contoso/iu);
  const { stdout } = await run('compare', file);
  rmSync(folder, { recursive: true });
  expect(stdout).toBe('No differences.\n');
});
