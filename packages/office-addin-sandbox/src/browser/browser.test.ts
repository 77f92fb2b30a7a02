import { expect, it } from 'vitest';
import { ownAuthority, publicKeyHash } from '../authority.ts';
import { browserArguments } from './browserArguments.ts';
import { findBrowser } from './findBrowser.ts';

it("maps Microsoft's hosts to the sandbox's ports, and blocks telemetry", async () => {
  const { cert } = await ownAuthority();
  const [rules, keys] = browserArguments({ office: 1, entra: 2, graph: 3 }, [cert]);
  expect(rules).toContain('--host-resolver-rules=MAP appsforoffice.microsoft.com:443 127.0.0.1:1');
  expect(rules).toContain('MAP login.microsoftonline.com:443 127.0.0.1:2');
  expect(rules).toContain('MAP graph.microsoft.com:443 127.0.0.1:3');
  expect(rules).toContain('MAP *.aria.microsoft.com ~NOTFOUND');
  expect(keys).toBe(`--ignore-certificate-errors-spki-list=${publicKeyHash(cert)}`);
});

it.each([
  ['win32', { PROGRAMFILES: 'C:\\Programs' }, 'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe'],
  ['darwin', {}, '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['linux', { PATH: '/usr/games' }, '/usr/games/chromium'],
] as const)('finds a browser on %s', (platform, env, path) => {
  if (platform === process.platform || platform !== 'linux') {
    expect(findBrowser(env, platform, (candidate) => candidate === path)).toBe(path);
  }
  expect(findBrowser(env, platform, () => false)).toBeUndefined();
});

it('prefers the browser of the environment', () => {
  const env = { PATH: '/usr/bin', OFFICE_ADDIN_SANDBOX_BROWSER: '/opt/browser' };
  expect(findBrowser(env, 'linux', () => true)).toBe('/opt/browser');
});
