import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../../src/contract/explanations.ts';
import { TENANT } from '../stubService.ts';
import { graphToken, patientLimits, startTestServer, type TestServer } from '../testServer.ts';
import { entraFaults, keyFaults } from './entraFaults.ts';
import { UPSTREAM_TEXT, type Fault, type RawResponse } from './fault.ts';
import { graphFaults } from './graphFaults.ts';
import { inputFaults } from './inputFaults.ts';
import { tokenFaults } from './tokenFaults.ts';

/**
 * Every fault in the tables, over real sockets: the client always gets a problem in time, no secret and no text of another
 * system leaks, and the server keeps running.
 */

const SECRET = 'only-for-tests';
const GRAPH_TOKEN = 'graph-token-that-nobody-may-see';
/** Maximum time until a response. */
const MAX_RESPONSE_MS = 20_000;
const isTimeout = ({ status }: Fault) => status === 408 || status === 504;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What must appear neither in a response nor in the log. */
const leaks: readonly (readonly [string, RegExp])[] = [
  ['text of another system', new RegExp(UPSTREAM_TEXT)],
  ['the secret of the application', new RegExp(SECRET)],
  ['a Graph token', new RegExp(GRAPH_TOKEN)],
  ['a token', /eyJ[\w-]{16,}\.[\w-]{16,}/],
  ['a stack trace', /\n?\s+at .+:\d+:\d+/],
  ['a path on the server', /node_modules|src\/server|\/home\/|[A-Z]:\\/],
  ['a name or an address of a person', /Test Person|@contoso\.example/],
  ['a program in the server header', /x-powered-by/i],
];

async function start(limits: Partial<typeof patientLimits> = {}): Promise<TestServer> {
  return startTestServer({ limits, settings: { ALLOWED_TENANTS: TENANT, CLIENT_SECRET: SECRET } });
}

function reset(server: TestServer): void {
  for (const level of ['error', 'warn', 'info'] as const) server.log.take(level);
  server.answerExchange(graphToken(GRAPH_TOKEN));
  server.answerGraph({ json: { displayName: 'Test Person' } });
  server.answerKeys({ json: { keys: [server.pair.jwk] } });
}

async function expectHandled(server: TestServer, fault: Fault): Promise<void> {
  const begin = performance.now();
  const answer = await fault.act(server);
  expect(performance.now() - begin).toBeLessThan(MAX_RESPONSE_MS);
  expect(answer.status).toBe(fault.status);
  if (fault.code === undefined) expect(answer.text).toBe('');
  else isProblem(answer, fault.code);

  await expect.poll(() => server.app.lifecycle.inFlight).toBe(0);
  expect((await server.get('/healthz')).status).toBe(200);
  const log = server.log.text();
  for (const [what, leak] of leaks) {
    expect(answer.text, `${what} in the answer`).not.toMatch(leak);
    expect(log, `${what} in the log`).not.toMatch(leak);
  }
  expect(server.log.take('error')).toHaveLength(fault.logsError ? 1 : 0);
}

function isProblem({ status, headers, body }: RawResponse, code: NonNullable<Fault['code']>): void {
  expect(headers['content-type']).toBe('application/problem+json');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-correlation-id']).toMatch(UUID);
  expect(headers['www-authenticate'] !== undefined).toBe(status === 401 || status === 403);
  const problem = JSON.parse(body) as Record<string, unknown>;
  expect(problem).toMatchObject({
    type: `https://localhost:3100/errors#${code}`,
    title: explain(code).title,
    status,
    code,
    correlationId: headers['x-correlation-id'],
  });
  const others = ['detail', 'claims', 'retryAfter', 'adminConsentUrl', 'scopes'];
  const known = ['type', 'title', 'status', 'code', 'correlationId', ...others];
  expect(Object.keys(problem).filter((name) => !known.includes(name))).toEqual([]);
  expect(headers['retry-after']).toBe(problem.retryAfter?.toString());
}

describe.each([
  ['tokens', tokenFaults],
  ['Entra ID', entraFaults],
  ['Graph', graphFaults],
  ['input', inputFaults],
] as const)('%s', (_group, faults) => {
  let servers: { short: TestServer; patient: TestServer };
  beforeAll(async () => {
    servers = { short: await start(), patient: await start(patientLimits) };
  });
  afterAll(() => Promise.all([servers.short.close(), servers.patient.close()]));

  it.each(faults.map((fault) => [fault.name, fault] as const))('handles %s', async (_name, fault) => {
    const server = isTimeout(fault) ? servers.short : servers.patient;
    reset(server);
    await expectHandled(server, fault);
  });
});

describe('signing keys', () => {
  it.each(keyFaults.map((fault) => [fault.name, fault] as const))('handles %s', async (_name, fault) => {
    const server = await start(isTimeout(fault) ? {} : patientLimits);
    reset(server);
    await expectHandled(server, fault);
    await server.close();
  });
});

it('has unique row names', () => {
  for (const table of [tokenFaults, entraFaults, graphFaults, inputFaults, keyFaults]) {
    const names = table.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
