// @module-tag full
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { USER } from '../stubService.ts';
import { graphToken, startTestServer, type Scripted, type TestServer } from '../testServer.ts';
import { request } from './fault.ts';

/** Hundreds of clients wait for a service that does not respond, and disconnect: nothing may leak. */

const PEOPLE = 500;
/** Enough to fill caches and compile the code. */
const FIRST = 100;
/** Time for the cleanup after the last client has disconnected; without it, everything would wait for a minute. */
const CLEANUP_MS = 10_000;
/** Time for the garbage collection on a busy machine. */
const COLLECTED_MS = 15_000;
/** Caches and compiled code grow too; a leak keeps most of what the waiting requests used (about 18 MB). */
const KEPT_SHARE = 0.2;
/** Long limits, so that no time limit ends the requests. */
const patient = {
  headersMs: 60_000,
  receiveMs: 60_000,
  requestMs: 60_000,
  entraMs: 60_000,
  graphMs: 60_000,
};
const profile = { json: { displayName: 'Test Person' } };

let server: TestServer;
afterEach(() => server.close());

/**
 * Sends all requests at once, each over its own connection, and disconnects.
 * @returns the heap in use while all requests were waiting, in bytes
 */
async function waitThenLeave(
  tokens: readonly string[],
  asked: () => number,
  expected: number,
): Promise<number> {
  const { port } = new URL(server.origin);
  const before = asked();
  const sockets = tokens.map((token): Socket => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined).write(request('/api/me', [`Authorization: Bearer ${token}`]));
    return socket;
  });
  await expect.poll(() => asked() - before, { timeout: 20_000 }).toBeGreaterThanOrEqual(expected);
  await expect.poll(() => server.app.lifecycle.inFlight, { timeout: 20_000 }).toBe(tokens.length);
  const waiting = heapInUse();
  for (const socket of sockets) socket.destroy();
  return waiting;
}

const hangs: readonly (readonly [string, Scripted, Scripted, number | undefined])[] = [
  ['Entra ID', 'hang', profile, undefined],
  ['Entra ID, over no more than 128 connections', 'hang', profile, 128],
  ['Graph', graphToken(), 'hang', undefined],
  ['Graph, after the headers,', graphToken(), { json: profile.json, stall: true }, undefined],
];

it.each(hangs)(
  'frees everything after clients that waited for %s have disconnected',
  async (_name, exchange, graph, connections) => {
    server = await startTestServer({ limits: patient, ...(connections ? { connections } : {}) });
    const people = (round: number) =>
      Promise.all(
        Array.from({ length: round === 1 ? FIRST : PEOPLE }, (_, i) =>
          server.token({ oid: USER.slice(0, -4) + (1_000 + i), uti: String(round) }),
        ),
      );
    const hanging = exchange === 'hang' ? server.entra : server.graph;
    const asked = () => (exchange === 'hang' ? server.exchanges() : hanging.requests).length;
    const rounds = [await people(1), await people(2)];

    for (const tokens of rounds) {
      const measured = tokens.length === PEOPLE;
      const before = measured ? await settledHeap() : 0;
      server.answerExchange(exchange);
      server.answerGraph(graph);
      const waiting = await waitThenLeave(tokens, asked, Math.min(connections ?? Infinity, tokens.length));
      const left = performance.now();
      await expect.poll(() => server.app.lifecycle.inFlight, { timeout: CLEANUP_MS }).toBe(0);
      // The connection for the signing keys stays open, because it is still usable.
      await expect.poll(() => hanging.connections(), { timeout: CLEANUP_MS }).toBeLessThanOrEqual(1);
      expect(performance.now() - left).toBeLessThan(CLEANUP_MS);
      server.log.take('info');
      server.entra.requests.length = server.graph.requests.length = 0;
      if (!measured) continue;
      const allowed = before + (waiting - before) * KEPT_SHARE;
      await expect.poll(heapInUse, { timeout: COLLECTED_MS, interval: 250 }).toBeLessThan(allowed);
    }
    // A new request does not join a canceled exchange.
    server.answerExchange(graphToken());
    server.answerGraph(profile);
    expect((await server.get('/api/me', rounds[1]?.[0])).status).toBe(200);
    expect(server.log.take('error')).toEqual([]);
  },
  60_000,
);

/** Returns the heap in use once it has stopped shrinking: some memory is freed only after a second or two. */
async function settledHeap(): Promise<number> {
  let last = Infinity;
  await expect
    .poll(() => last - (last = heapInUse()), { timeout: COLLECTED_MS, interval: 2_000 })
    .toBeLessThan(100_000);
  return last;
}

/** Collects garbage, and returns the bytes of this process's heap that are in use. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // The first collection runs finalizers; the second one frees their memory.
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
