// @module-tag full
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { bearerLine, openSocket, rawGet } from '../../../../tests/server/rawClient.ts';
import { startTestServer, type TestServer } from '../../../../tests/server/testServer.ts';
import { defaultPreferences } from '../../../contract/api.ts';

/** Clients that disconnect before the response, over raw sockets. */

let server: TestServer;
afterEach(async () => {
  await server.close();
  expect(server.log.take('error')).toEqual([]);
});

const open = () => openSocket(server);

describe('PUT /api/preferences', () => {
  const PATH = '/api/preferences';
  const record = { ...defaultPreferences, pageSize: 50 };
  const put = async (...lines: string[]) => {
    const body = JSON.stringify(record);
    const headers = [
      await bearerLine(server),
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ];
    return rawGet(PATH, ...headers, ...lines).replace('GET', 'PUT') + body;
  };
  const savedPageSize = async () => {
    const token = await server.token();
    const status = async () => (await server.get(PATH, token)).status;
    await expect.poll(status, { timeout: 60_000, interval: 250 }).toBe(200);
    return (await server.get(PATH, token)).json.pageSize;
  };

  it.each([
    ['disconnects while the database opens', (socket: Socket) => setTimeout(() => socket.destroy(), 50)],
    ['disconnects immediately', (socket: Socket) => socket.destroy()],
    ['resets the connection', (socket: Socket) => setTimeout(() => socket.resetAndDestroy(), 50)],
  ])(
    'does not save for a client that %s',
    async (_when, leave) => {
      server = await startTestServer();
      const { socket } = await open();
      const bytes = await put();
      await new Promise<void>((resolve) => socket.write(bytes + bytes, () => resolve()));
      leave(socket);
      await expect.poll(() => server.log.text()).toContain('499');
      await expect.poll(() => server.app.lifecycle.inFlight).toBe(0);
      expect(await savedPageSize()).toBe(defaultPreferences.pageSize);
      server.log.take('warn');
    },
    90_000,
  );

  it('saves for a client that only closes its half of the connection', async () => {
    server = await startTestServer();
    await savedPageSize();
    const { socket, statuses, closed } = await open();
    socket.end(await put());
    await closed;
    expect(statuses()).toEqual([200]);
    expect(await savedPageSize()).toBe(50);
    server.log.take('warn');
  }, 90_000);

  it('does not save an incomplete body', async () => {
    server = await startTestServer();
    await savedPageSize();
    const { socket, statuses, closed } = await open();
    socket.end((await put()).slice(0, -5));
    await closed;
    expect(statuses()).toEqual([400]);
    expect(await savedPageSize()).toBe(defaultPreferences.pageSize);
    server.log.take('warn');
  }, 90_000);
});
