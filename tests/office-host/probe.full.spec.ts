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

/** Tokens, and the people, addresses and texts of the sandbox. */
const PERSONAL = /eyJ|adele|vance|isaiah|contoso|quarter|@/iu;

/** Runs the probes in the sandbox. Returns the path of the answers, their text and their content. */
async function probe(folder: string, ...args: string[]) {
  const file = join(folder, 'probe.json');
  await run('probe', ...args, '--json', file);
  const text = readFileSync(file, 'utf8');
  return { file, text, content: JSON.parse(text) as { answers: Record<string, object> } };
}

let folder = '';
test.beforeEach(() => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'probe-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

test('the probes record the answers of the sandbox, which compare finds to be the same @full', async () => {
  const { file, text, content } = await probe(folder, '--app', 'excel');
  expect(content).toMatchObject({
    host: 'Excel',
    sandbox: true,
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
  expect(text).not.toMatch(PERSONAL);
  const { stdout } = await run('compare', file);
  expect(stdout).toBe('No differences.\n');
});

test('the probes answer in Word and PowerPoint, without personal data @full', async () => {
  for (const [app, id] of [
    ['word', 'word.linkInCell'],
    ['powerpoint', 'powerpoint.addedSlide'],
  ] as const) {
    const { text, content } = await probe(folder, '--app', app);
    expect(content.answers[id]).toHaveProperty('ok');
    expect(text).not.toMatch(PERSONAL);
  }
});

test('the probes answer in a message that is read, without personal data @full', async () => {
  const { text, content } = await probe(folder, '--app', 'outlook', '--form', 'read');
  expect(content).toMatchObject({
    host: 'Outlook',
    form: 'read',
    answers: {
      'outlook.diagnostics': { ok: { hostName: 'OutlookWebApp' } },
      'outlook.read.body': { ok: { html: true, text: true } },
      'outlook.read.item': { ok: { subject: '<string>', from: { emailAddress: '<string>' } } },
      'outlook.customProperties': { ok: { before: '<undefined>', after: true } },
    },
  });
  expect(Object.keys(content.answers).filter((id) => id.startsWith('outlook.compose'))).toEqual([]);
  expect(text).not.toMatch(PERSONAL);
});

test('the probes answer in a new message, which compare finds to be the same @full', async () => {
  const { file, text, content } = await probe(folder, '--app', 'outlook', '--form', 'compose');
  expect(content).toMatchObject({
    form: 'compose',
    answers: {
      'outlook.compose.body': { ok: { coercion: 'html', sameTextTrimmed: true, keepsBold: true } },
      'outlook.compose.recipients': { ok: { added: { emailAddress: '<string>' } } },
      'outlook.compose.missingAttachment': { error: { code: 9008 } },
      'outlook.compose.subject': { ok: { same: true } },
    },
  });
  expect(text).not.toMatch(PERSONAL);
  const { stdout } = await run('compare', file);
  expect(stdout).toBe('No differences.\n');
});
