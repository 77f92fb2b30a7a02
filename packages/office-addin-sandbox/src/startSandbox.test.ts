import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
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
