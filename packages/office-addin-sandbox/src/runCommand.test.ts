import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { commandEnvironment, runCommand } from './runCommand.ts';
import { freePorts } from './ports.ts';
import { testAddin } from './testing/addins.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CLIENT_ID = '11111111-0000-4000-8000-000000000001';
const place = {
  ports: { office: 4100, entra: 4101, graph: 4102 },
  addins: [testAddin('totals', 'https://localhost:4001', { id: CLIENT_ID, scopes: [] })],
};

it('adds the redirect, the certificates and the app registration to the environment', async () => {
  const extra = join(folder, 'extra.crt');
  writeFileSync(extra, 'OTHER AUTHORITY');
  const env = await commandEnvironment(place, {
    NODE_OPTIONS: '--max-old-space-size=512',
    NODE_EXTRA_CA_CERTS: extra,
    NO_PROXY: 'corp',
  });
  expect(env).toMatchObject({ CLIENT_ID, OFFICE_ADDIN_SANDBOX_PORT: '4100,4101,4102' });
  expect(env['NODE_OPTIONS']).toMatch(/^--max-old-space-size=512 --import=file:/u);
  expect(env['NO_PROXY']).toMatch(/^corp,localhost,.*graph\.microsoft\.com/u);
  const trusted = readFileSync(env['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8');
  expect(trusted).toContain('BEGIN CERTIFICATE');
  expect(trusted).toContain('OTHER AUTHORITY');
});

it('keeps the client id and the secret of the environment', async () => {
  const env = await commandEnvironment(place, { CLIENT_ID: 'own', CLIENT_SECRET: 'secret' });
  expect(env).toMatchObject({ CLIENT_ID: 'own', CLIENT_SECRET: 'secret' });
});

it.each([0, 3])('returns the exit code %i of the command', async (code) => {
  const env = { ...process.env } as Record<string, string>;
  expect(await runCommand([process.execPath, '-e', `process.exit(${code})`], env)).toBe(code);
});

it('rejects a command that cannot be started', async () => {
  await expect(runCommand(['no-such-command'], {})).rejects.toThrow("Can't run no-such-command");
});

it(
  'runs a command with the sandbox, ends both, and returns the exit code',
  { tags: 'full', timeout: 60_000 },
  async () => {
    const manifest = join(import.meta.dirname, '../../../manifest.xml');
    const program = `
    const statuses = [];
    for (const url of [
      'https://graph.microsoft.com/v1.0/me',
      'https://login.microsoftonline.com/common/discovery/v2.0/keys',
      process.env.OFFICE_ADDIN_SANDBOX_ORIGIN,
    ]) {
      const response = await fetch(url);
      await response.text();
      statuses.push(response.status);
    }
    console.log(statuses.join(' '));
    process.exitCode = 7;`;
    const [port = 0] = await freePorts(1);
    const cli = join(import.meta.dirname, '../bin/office-addin-sandbox.mjs');
    const args = [
      cli,
      'run',
      manifest,
      '--port',
      String(port),
      '--',
      process.execPath,
      '--input-type=module',
      '-e',
      program,
    ];
    const failed = await promisify(execFile)(process.execPath, args).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 7, stdout: '401 200 200\n' });
  },
);
