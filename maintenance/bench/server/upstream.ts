import { createHash } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { localhostCertificates } from 'office-addin-tools/testing';

/**
 * Entra ID and Graph for the benchmark, in a separate process. They validate nothing, so that the server is measured. The
 * sandbox validates everything and would be the slowest part.
 */

/** Number of requests since the start. */
export interface UpstreamCounts {
  exchanges: number;
  keys: number;
  graph: number;
}

/** Length of a Graph access token of a work account. */
const GRAPH_TOKEN_CHARACTERS = 1_900;

const counts: UpstreamCounts = { exchanges: 0, keys: 0, graph: 0 };
const profile = JSON.stringify({
  id: '00000000-0000-4000-8000-000000000000',
  displayName: 'Adele Vance',
  mail: 'adele@contoso.example',
  userPrincipalName: 'adele@contoso.example',
  jobTitle: 'Retail Manager',
});

function answer(request: IncomingMessage, response: ServerResponse, jwks: string): void {
  response.setHeader('content-type', 'application/json');
  const { method, url = '' } = request;
  if (url.startsWith('/v1.0/')) {
    counts.graph += 1;
    response.end(profile);
  } else if (method === 'POST') {
    counts.exchanges += 1;
    void readText(request).then((body) => response.end(tokenAnswer(body)));
  } else if (url.includes('/discovery/')) {
    counts.keys += 1;
    response.end(jwks);
  } else {
    response.end(JSON.stringify(counts));
  }
}

/** Returns a different token for each assertion, as Entra ID does. */
function tokenAnswer(body: string): string {
  const own = createHash('sha256').update(body).digest('hex');
  return JSON.stringify({
    token_type: 'Bearer',
    scope: 'User.Read Files.Read',
    expires_in: 86_400,
    access_token: own.repeat(Math.ceil(GRAPH_TOKEN_CHARACTERS / own.length)).slice(0, GRAPH_TOKEN_CHARACTERS),
  });
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

const { cert, key } = await localhostCertificates();
const jwks = process.env['BENCH_JWKS'] ?? '';
const server = createServer({ cert, key }, (request, response) => answer(request, response, jwks));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
