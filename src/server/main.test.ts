import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { localhostCertificates } from 'office-addin-tools/testing';
import { createSigningPair, goodClaims, sign } from '../../tests/server/issuer.ts';
import {
  killServerProcesses,
  processSettings,
  startServerProcess,
} from '../../tests/server/serverProcess.ts';
import { startStubService, type StubResponse } from '../../tests/server/stubService.ts';

/** The server process: its output and how it exits. */

afterEach(killServerProcesses);

/** Code that runs in the process on a signal. A timer could fire before the server has started. */
const onInput = (code: string) => `process.stdin.once('data', () => { ${code}; });`;

describe('the process', () => {
  it('exits with all invalid settings and without a stack', async () => {
    const wrong = { ...processSettings, CLIENT_ID: '{CLIENT_ID}', PORT: 'x' };
    const { ended, err } = startServerProcess(wrong);
    expect(await ended).toBe(1);
    expect(err()).toMatch(/^2 settings are invalid:\n {2}CLIENT_ID .*\n {2}PORT .*\n$/);
  });

  it('exits and names the port if it is in use', { tags: 'full' }, async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as AddressInfo;
    const { ended, err } = startServerProcess({ ...processSettings, PORT: String(port) });
    expect(await ended).toBe(1);
    expect(err()).toMatch(new RegExp(`^Port ${port} is in use\\. [^\\n]+\\n$`));
    await new Promise((resolve) => other.close(resolve));
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const tags = signal === 'SIGINT' ? ['full'] : [];
    const title = `reads .ENV from its folder, serves, and exits with 0 on ${signal}`;
    it.skipIf(process.platform === 'win32')(title, { tags }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'main-'));
      const { CLIENT_SECRET, ...open } = processSettings;
      const lines = Object.entries(open).map(([name, value]) => `${name}=${value}`);
      writeFileSync(join(folder, '.ENV'), lines.join('\n'));
      writeFileSync(join(folder, '.ENV.local'), `CLIENT_SECRET=${CLIENT_SECRET}\n`);
      const started = startServerProcess({}, { folder });
      const port = await started.port();
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(started.err()).toBe('');
      expect(started.out()).not.toContain(CLIENT_SECRET);
      expect(started.out()).toContain('The server is stopping.');
    });
  }

  describe.skipIf(process.platform === 'win32')('with a request in flight', { tags: 'full' }, () => {
    /** Makes Entra ID wait until the test lets it respond. */
    async function startBusy() {
      const pair = await createSigningPair('key-1');
      let answer: (with_: StubResponse) => void = () => undefined;
      const keys = new Promise<StubResponse>((resolve) => (answer = resolve));
      const entra = await startStubService(({ method }) => (method === 'POST' ? { status: 400 } : keys));
      const { caPath } = await localhostCertificates();
      const settings = { AUTHORITY: `${entra.origin}/common`, NODE_EXTRA_CA_CERTS: caPath };
      const started = startServerProcess({ ...processSettings, ...settings });
      const port = await started.port();
      const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
      const reply = fetch(`http://127.0.0.1:${port}/api/me`, { headers: { authorization } });
      const status = reply.then(
        (response) => response.status,
        () => 'cut',
      );
      await expect.poll(() => entra.requests.length).toBe(1);
      // After the response to a second request, the first one has certainly arrived.
      await fetch(`http://127.0.0.1:${port}/healthz`);
      started.child.kill('SIGTERM');
      await expect.poll(started.out).toContain('The server is stopping.');
      return { started, status, entra, go: () => answer({ json: { keys: [pair.jwk] } }) };
    }

    it('responds before it exits', async () => {
      const { started, status, entra, go } = await startBusy();
      go();
      expect(await status).toBe(502);
      expect(await started.ended).toBe(0);
      expect(started.out()).toContain('"path":"/api/me"');
      await entra.close();
    });

    it('exits immediately on a second signal', async () => {
      const { started, status, entra } = await startBusy();
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(1);
      expect(await status).toBe('cut');
      await entra.close();
    });
  });

  it('logs an uncaught exception as its last line, and exits', { tags: 'full' }, async () => {
    const before = onInput(`throw new Error('planted eyJhbGciOiJub25lIn0.eyJhIjoxfQ.abc')`);
    const started = startServerProcess(processSettings, { before });
    await started.port();
    started.child.stdin?.write('now');
    expect(await started.ended).toBe(1);
    const last = JSON.parse(started.out().trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect(last).toMatchObject({ level: 'fatal', err: { message: 'planted [token]' } });
  });

  it('logs an unhandled rejection, and keeps running', { tags: 'full' }, async () => {
    const before = onInput(`Promise.reject(new Error('planted'))`);
    const started = startServerProcess(processSettings, { before });
    const port = await started.port();
    started.child.stdin?.write('now');
    await expect.poll(started.out, { timeout: 15_000 }).toContain('Unhandled promise rejection.');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});
