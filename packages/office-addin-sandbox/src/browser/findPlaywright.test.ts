import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chooseBrowser, findPlaywright } from './findPlaywright.ts';

it("finds Playwright in the user's project, or next to the package", () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-playwright-'));
  expect(findPlaywright(folder).name()).toBe('chromium');
  rmSync(folder, { recursive: true });
});

it("prefers the browser of the environment, then Playwright's own, then an installed one", () => {
  const exists = () => true;
  const env = { OFFICE_ADDIN_SANDBOX_BROWSER: '/opt/browser', PATH: '/usr/bin' };
  expect(chooseBrowser('/own/chrome', env, 'linux', exists)).toBe('/opt/browser');
  expect(chooseBrowser('/own/chrome', { PATH: '/usr/bin' }, 'linux', exists)).toBe('/own/chrome');
  expect(chooseBrowser('', {}, 'darwin', exists)).toContain('Google Chrome');
});

it('names what to install without a browser', () => {
  expect(() => chooseBrowser('/own/chrome', {}, 'linux', () => false)).toThrow('npx playwright install');
  expect(() =>
    chooseBrowser('/own/chrome', { OFFICE_ADDIN_SANDBOX_BROWSER: '/gone' }, 'linux', () => false),
  ).toThrow('There is no browser at /gone');
});
