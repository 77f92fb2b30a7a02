import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, it, vi } from 'vitest';
import { startSandbox } from './startSandbox.ts';
import { startTestSandbox } from './testing/testSandbox.ts';
import { postControl } from './testing/officeToken.ts';

afterEach(() => vi.unstubAllEnvs());

/** A sandbox that has ended: its ports are free. */
async function stopped() {
  const sandbox = await startTestSandbox();
  await sandbox.close();
  return sandbox;
}

it('does not start in production', async () => {
  const { origins } = await stopped();
  vi.stubEnv('NODE_ENV', 'production');
  await expect(startSandbox({ origins })).rejects.toThrow('NODE_ENV=production');
});

it('names a port that is taken, and frees the others', async () => {
  const sandbox = await startTestSandbox();
  const taken = sandbox.origins.graph;
  await expect(startSandbox({ origins: sandbox.origins })).rejects.toThrow(
    `Port ${new URL(sandbox.origins.office).port} is taken`,
  );
  const other = await startTestSandbox();
  await other.close();
  const half = { ...other.origins, graph: taken };
  await expect(startSandbox({ origins: half })).rejects.toThrow('SANDBOX_PORT');
  const again = await startSandbox({ origins: other.origins });
  await again.close();
  await sandbox.close();
});

it('ends what hangs, and ends by its signal', async () => {
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

it('listens on this machine only', async () => {
  const sandbox = await startTestSandbox();
  const port = Number(new URL(sandbox.origins.entra).port);
  expect(await reaches('127.0.0.1', port)).toBe(true);
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const { address, scopeid } of addresses.filter(({ internal }) => !internal)) {
    // An address of one link only says nothing without its scope.
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
