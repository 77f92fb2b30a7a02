import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { azCommandLine, azIsInstalled, runAz } from './az.ts';
import { azError, SignInRequired } from './azError.ts';

describe('azCommandLine', () => {
  const args = ['account', 'get-access-token', '--resource-type', 'ms-graph', '-o', 'json'];

  it('runs az directly, and az.cmd through cmd.exe on Windows', () => {
    expect(azCommandLine(args, 'linux')).toEqual({ command: 'az', args });
    expect(azCommandLine(args, 'darwin')).toEqual({ command: 'az', args });
    expect(azCommandLine(args, 'win32')).toEqual({
      command: 'cmd.exe',
      args: ['/d', '/s', '/c', 'az.cmd account get-access-token --resource-type ms-graph -o json'],
    });
  });

  it.each(['a b', '&calc', '%PATH%', '"', '$(id)', '`id`', '^', '|more', '>x', 'é', ''])(
    'rejects characters with a meaning for a shell: %j',
    (hostile) => {
      for (const platform of ['linux', 'win32'] as const)
        expect(() => azCommandLine(['--tenant', hostile], platform)).toThrow(RangeError);
    },
  );
});

describe.skipIf(process.platform === 'win32')('az on PATH', () => {
  it('is found only if it is executable', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'az-'));
    try {
      const az = join(folder, 'az');
      expect(azIsInstalled({ PATH: folder }, 'linux')).toBe(false);
      writeFileSync(az, '#!/bin/sh\necho "$@"; exit 3\n');
      chmodSync(az, 0o644);
      expect(azIsInstalled({ PATH: folder }, 'linux')).toBe(false);
      expect(await runAz(['version'], { PATH: folder })).toMatchObject({ ended: 'not-found' });
      chmodSync(az, 0o755);
      expect(await runAz(['version'], { PATH: `${folder}:/bin` })).toMatchObject({
        code: 3,
        stdout: 'version\n',
        ended: 'exited',
      });
      expect(azIsInstalled({ Path: folder }, 'win32')).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('azError', () => {
  const said = (stderr: string) => azError({ code: 1, stdout: 'a token', stderr, ended: 'exited' }, 'linux');

  it.each([
    ['win32', /winget install/],
    ['darwin', /brew install azure-cli/],
    ['linux', /install-azure-cli-linux/],
  ] as const)('explains how to install az on %s', (platform, message) => {
    const missing = { code: null, stdout: '', stderr: '', ended: 'not-found' } as const;
    expect(azError(missing, platform).message).toMatch(message);
  });

  it.each([
    ["ERROR: Please run 'az login' to setup account.", /not signed in/],
    ['ERROR: AADSTS70043: The refresh token has expired', /has expired \(AADSTS70043\)/],
    ['Interactive authentication is needed. Please run:\naz login', /has expired\. Run/],
    ['ERROR: No subscriptions found for user@example.com.', /no Azure subscription/],
  ])('asks for a sign-in after "%s"', (stderr, message) => {
    expect(said(stderr)).toBeInstanceOf(SignInRequired);
    expect(said(stderr).message).toMatch(message);
    expect(said(stderr).message).not.toContain('user@example.com');
  });

  it.each([
    ["argument --resource-type: invalid choice: 'ms-graph'", /too old/],
    ['HTTPSConnectionPool: Max retries exceeded: Failed to resolve', /cannot reach Entra ID/],
    ['Something new', /az returned no token/],
  ])('asks for no sign-in after "%s"', (stderr, message) => {
    expect(said(stderr)).not.toBeInstanceOf(SignInRequired);
    expect(said(stderr).message).toMatch(message);
  });

  it('reports the time limit', () => {
    const silent = { code: null, stdout: '', stderr: '', ended: 'timeout' } as const;
    expect(azError(silent, 'linux').message).toMatch(/two minutes/);
  });
});
