import { connect } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { startSandbox } from './startSandbox.ts';
import { startTestSandbox } from './testing/testSandbox.ts';
import { postControl } from './testing/officeToken.ts';

afterEach(() => vi.unstubAllEnvs());

/** Returns a sandbox that has been closed, so its ports are free. */
async function closedSandbox() {
  const sandbox = await startTestSandbox();
  await sandbox.close();
  return sandbox;
}

it('rejects with NODE_ENV=production', async () => {
  const { origins } = await closedSandbox();
  vi.stubEnv('NODE_ENV', 'production');
  await expect(startSandbox({ origins })).rejects.toThrow('NODE_ENV=production');
});

it('rejects an unknown scenario and suggests a similar one', async () => {
  await expect(startSandbox({ port: 0, scenario: 'obo-mfaa' })).rejects.toThrow(
    'Unknown scenario "obo-mfaa". Did you mean obo-mfa?',
  );
});

it('names a port that is in use, and frees the others', async () => {
  const sandbox = await startTestSandbox();
  const taken = sandbox.origins.graph;
  await expect(startSandbox({ origins: sandbox.origins })).rejects.toThrow(
    `Port ${new URL(sandbox.origins.office).port} is already in use`,
  );
  const other = await startTestSandbox();
  await other.close();
  const half = { ...other.origins, graph: taken };
  await expect(startSandbox({ origins: half })).rejects.toThrow('SANDBOX_PORT');
  const again = await startSandbox({ origins: other.origins });
  await again.close();
  await sandbox.close();
});

it('closes hanging requests, and closes when its signal aborts', async () => {
  const sandbox = await startTestSandbox();
  sandbox.state.setScenario({ getAccessToken: ['hang'] });
  const hanging = postControl(sandbox, 'office/access-token', { app: 'word' });
  const ended = expect(hanging).rejects.toThrow();
  await expect.poll(() => sandbox.state.log.entries).toMatchObject([{ answer: 'hang' }]);
  await sandbox.close();
  await ended;

  const ending = new AbortController();
  const options = { origins: sandbox.origins };
  await startSandbox({ ...options, signal: ending.signal });
  ending.abort();
  await expect
    .poll(async () => (await startSandbox(options).catch(() => null))?.close().then(() => 'free'))
    .toBe('free');
});

it('listens only on loopback', async () => {
  const sandbox = await startTestSandbox();
  const port = Number(new URL(sandbox.origins.entra).port);
  expect(await reaches('127.0.0.1', port)).toBe(true);
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const { address, scopeid } of addresses.filter(({ internal }) => !internal)) {
    // Skips link-local addresses, which need a scope.
    if (!scopeid) expect(await reaches(address, port)).toBe(false);
  }
  await sandbox.close();
});

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const answer = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

it('moves the add-in of a manifest to another origin, with its pages, its domains and its Application ID URI', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  const manifest = join(folder, 'manifest.xml');
  writeFileSync(
    manifest,
    `<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TaskPaneApp">
  <Id>1</Id><Version>1</Version><ProviderName>Northwind</ProviderName><DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Totals"/><Description DefaultValue="Adds."/>
  <AppDomains><AppDomain>https://localhost:30001</AppDomain></AppDomains>
  <Hosts><Host Name="Workbook"/></Hosts>
  <DefaultSettings><SourceLocation DefaultValue="https://localhost:3000/pane.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides><WebApplicationInfo><Id>c</Id><Resource>api://localhost:3000/c</Resource></WebApplicationInfo></VersionOverrides>
</OfficeApp>`,
  );
  const sandbox = await startSandbox({ manifest, addin: 'https://localhost:3010', port: 0 });
  try {
    const [addin] = sandbox.addins;
    expect(addin?.origins).toEqual(['https://localhost:3010', 'https://localhost:30001']);
    expect(addin?.manifest.webApplication?.resource).toBe('api://localhost:3010/c');
    expect(sandbox.origins.addin).toBe('https://localhost:3010');
    const environment = await sandbox.environment();
    expect(environment['OFFICE_ADDIN_SANDBOX_ORIGIN']).toBe(`https://localhost:${sandbox.ports.office}`);
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
});
