import { startStubService, type StubResponse, type StubRequest } from '../../../tests/server/stubService.ts';
import type { KeyRing } from './keyRing.ts';
import { pick } from '../endurance/randomSource.ts';

/** An Entra ID and a Graph that fail occasionally, and return each user's own data. */
export interface FaultyServices {
  readonly authority: string;
  readonly graph: string;
  readonly exchanges: () => number;
  readonly questions: () => number;
  /** Returns the number of the server's open connections. */
  readonly connections: () => number;
  close(): Promise<void>;
}

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(CLAIMS).toString('base64')}"`;
const refusal = (number: number, more: object = {}): StubResponse => ({
  status: 400,
  json: { error: 'invalid_grant', error_codes: [number], error_description: `AADSTS${number}: no`, ...more },
});

const exchangeFaults: readonly StubResponse[] = [
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 429, headers: { 'retry-after': '60' } },
  { status: 500, body: '<html>' },
  { status: 503 },
  'reset',
  'hang',
  { body: '<html>' },
  { json: {} },
  refusal(50076, { claims: CLAIMS }),
  refusal(65001),
  refusal(500133),
];
const graphFaults: readonly StubResponse[] = [
  { status: 401, json: { error: { code: 'InvalidAuthenticationToken', message: 'expired' } } },
  { status: 401, headers: { 'www-authenticate': challenge } },
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 429, headers: { 'retry-after': '60' } },
  { status: 500 },
  { status: 503, body: '<html>' },
  'reset',
  'hang',
  { json: { value: [] }, cut: true },
  { json: { value: [] }, stall: true },
];

/** @param faulty fraction of requests that fail, from 0 to 1 */
export async function startFaultyServices(
  ring: KeyRing,
  random: () => number,
  faulty: number,
): Promise<FaultyServices> {
  let exchanges = 0;
  const count = (service: { requests: StubRequest[] }) => {
    // The stub keeps requests for tests. Here they would leak.
    service.requests.length = 0;
  };
  const entra = await startStubService((request) => {
    count(entra);
    if (request.method === 'GET') return { json: { keys: ring.published() } };
    exchanges += 1;
    return random() < faulty ? pick(random, exchangeFaults) : tokenFor(request);
  });
  let questions = 0;
  const graph = await startStubService((request) => {
    count(graph);
    questions += 1;
    return random() < faulty ? pick(random, graphFaults) : dataOf(request);
  });
  return {
    authority: `${entra.origin}/common`,
    graph: graph.origin,
    exchanges: () => exchanges,
    questions: () => questions,
    connections: () => entra.connections() + graph.connections(),
    async close() {
      await Promise.all([entra.close(), graph.close()]);
    },
  };
}

/** A Graph token that names its user, so that mixed-up tokens show in the data. */
function tokenFor({ body }: StubRequest): StubResponse {
  const [, payload = ''] = (new URLSearchParams(body).get('assertion') ?? '').split('.');
  const { oid } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { oid: string };
  const token = `of.${oid}.${'x'.repeat(1_500)}`;
  return { json: { token_type: 'Bearer', scope: 'User.Read', expires_in: 3600, access_token: token } };
}

function dataOf({ url, headers }: StubRequest): StubResponse {
  const oid = /^Bearer of\.([\w-]{36})\./.exec(headers.authorization ?? '')?.[1] ?? 'nobody';
  if (url.pathname.includes('/photos/')) return { body: oid, headers: { 'content-type': 'image/png' } };
  if (!url.pathname.includes('/drive/'))
    return { json: { displayName: oid, mail: `${oid}@contoso.example` } };
  const item = { webUrl: `https://contoso.example/${oid}`, lastModifiedDateTime: '2026-01-01T00:00:00Z' };
  return {
    json: { value: Array.from({ length: 5 }, (_, i) => ({ ...item, id: `${oid} ${i}`, name: oid })) },
  };
}
