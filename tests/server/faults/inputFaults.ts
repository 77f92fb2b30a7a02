import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { TestServer } from '../testServer.ts';
import { askAsUser, request, sendBytes, type Fault } from './fault.ts';

type Row = readonly [name: string, bytes: string | Buffer, status: number, code?: ProblemCode];

const raw = (...lines: readonly string[]) => [...lines, '', ''].join('\r\n');
const head = (first: string, ...lines: readonly string[]) =>
  raw(first, 'Host: a', 'Connection: close', ...lines);

const rows: readonly Row[] = [
  [
    'a header of 40 kB',
    request('/api/me', [`Authorization: Bearer ${'a'.repeat(40_000)}`]),
    431,
    'request_invalid',
  ],
  [
    '8,000 headers',
    request(
      '/api/me',
      Array.from({ length: 8_000 }, (_, i) => `x-${i}: 1`),
    ),
    431,
    'request_invalid',
  ],
  ['a URL of 40 kB', request(`/api/${'a'.repeat(40_000)}`), 431, 'request_invalid'],
  ['a URL of 8 kB', request(`/api/${'a'.repeat(8_000)}`), 404, 'not_found'],
  ['an invalid percent-encoding', request('/api/%zz'), 404, 'not_found'],
  ['an incomplete UTF-8 character', request('/icons/%E0%A4%A'), 404, 'not_found'],
  ['an encoded NUL', request('/icons/icon.png%00.js'), 404, 'not_found'],
  ['a NUL', request('/icons/\0.png'), 400, 'request_invalid'],
  ['a NUL in a header', request('/api/me', ['x-a: \0']), 400, 'request_invalid'],
  ['a path traversal', request('/assets/../../server.js'), 404, 'not_found'],
  ['an encoded path traversal', request('/assets/%2e%2e%2f%2e%2e%2fserver.js'), 404, 'not_found'],
  [
    'a query parameter named like the prototype',
    request('/api/me?__proto__[tid]=x&constructor=y'),
    401,
    'token_missing',
  ],
  ['/__proto__ as the path', request('/__proto__'), 404, 'not_found'],
  ['an unknown method', head('FETCH /api/me HTTP/1.1'), 400, 'request_invalid'],
  ['TRACE', request('/api/me', [], 'TRACE'), 404, 'not_found'],
  ['POST to a GET route', request('/api/me', ['Content-Length: 0'], 'POST'), 404, 'not_found'],
  [
    'GET overridden by a header',
    request('/api/me', ['X-HTTP-Method-Override: DELETE']),
    401,
    'token_missing',
  ],
  ['CONNECT', head('CONNECT evil.example:443 HTTP/1.1'), 400, 'request_invalid'],
  ['the URL of another host', request('http://evil.example/api/x'), 404, 'not_found'],
  [
    'the Host header of another host',
    head('GET /api/x HTTP/1.1').replace('Host: a', 'Host: evil.example'),
    404,
    'not_found',
  ],
  ['no Host header', raw('GET /api/me HTTP/1.1'), 400, 'request_invalid'],
  [
    'two Content-Length headers',
    head('GET /api/x HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2'),
    400,
    'request_invalid',
  ],
  ['a negative Content-Length', head('GET /api/x HTTP/1.1', 'Content-Length: -1'), 400, 'request_invalid'],
  [
    'Content-Length and chunked encoding, with a smuggled request',
    `${head('POST /api/x HTTP/1.1', 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n${request('/errors')}`,
    400,
    'request_invalid',
  ],
  [
    'Transfer-Encoding with a space before the colon',
    `${head('POST /api/x HTTP/1.1', 'Transfer-Encoding : chunked')}0\r\n\r\n${request('/errors')}`,
    400,
    'request_invalid',
  ],
  [
    'two transfer encodings',
    `${head('POST /api/x HTTP/1.1', 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity')}0\r\n\r\n`,
    400,
    'request_invalid',
  ],
  [
    'a header line that ends without CR',
    'GET /api/x HTTP/1.1\r\nHost: a\nx: y\r\n\r\n',
    400,
    'request_invalid',
  ],
  ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'request_invalid'],
  ['a TLS handshake', Buffer.from('160301020001000100', 'hex'), 400, 'request_invalid'],
  ['random bytes', Buffer.concat([Buffer.from([0x00]), randomBytes(500)]), 400, 'request_invalid'],
  ['an unknown expectation', request('/api/me', ['Expect: the-unexpected']), 401, 'token_missing'],
  [
    'an upgrade to WebSocket',
    request('/api/me', ['Upgrade: websocket', 'Connection: Upgrade']),
    401,
    'token_missing',
  ],
  ['a correlation id with markup', request('/api/x', ['X-Correlation-Id: "><script>']), 404, 'not_found'],
  ['an invalid X-Forwarded-For', request('/api/x', ["X-Forwarded-For: ' OR 1=1, {}"]), 404, 'not_found'],
  [
    'an unread body of 1 MB',
    `${request('/api/me', ['Content-Length: 1048576'])}${'x'.repeat(1_048_576)}`,
    401,
    'token_missing',
  ],
];

/** Clients that stall or disconnect after they have sent the bytes. */
const behaviors: readonly (readonly [string, string, (socket: Socket) => void, number, ProblemCode?])[] = [
  ['headers that never end', 'GET /api/me HTTP/1.1\r\nHost: a\r\nx-a: ', trickle, 408, 'request_invalid'],
  ['a request line that never ends', 'GET /api/', trickle, 408, 'request_invalid'],
  ['a connection without a request', '', (socket) => socket.end(), 0],
  [
    'half a request and the end of the stream',
    'GET /api/me HTTP/1.1\r\nHost',
    (socket) => socket.end(),
    400,
    'request_invalid',
  ],
  ['half a request and a reset', 'GET /api/me HTTP/1.1\r\nHost', (socket) => socket.resetAndDestroy(), 0],
];

/** Sends one byte from time to time, to keep the connection open forever (slowloris). */
function trickle(socket: Socket): void {
  const timer = setInterval(() => socket.write('a'), 50);
  socket.once('close', () => clearInterval(timer));
}

const cursors: readonly (readonly [string, string])[] = [
  ['two cursors', 'cursor=a&cursor=b'],
  ['an invalid cursor', 'cursor=%00%ff'],
  ['a cursor of 5 kB', `cursor=${'a'.repeat(5_000)}`],
  ['a cursor to another host', `cursor=${encodePath('//evil.example/v1.0/me/drive/root/children?$skip=1')}`],
  ['a cursor with a host in it', `cursor=${encodePath('@evil.example/v1.0/me/drive/root/children?$skip=1')}`],
  ['a cursor to the mail', `cursor=${encodePath('/v1.0/me/messages?$skip=1')}`],
  [
    'a cursor with an encoded path traversal',
    `cursor=${encodePath("/v1.0/me/drive/root/search(q='x')%2F..%2F..%2Fmessages('id')?$skip=0")}`,
  ],
  [
    'a cursor with a path traversal',
    `cursor=${encodePath('/v1.0/me/drive/root/children/../../../messages?$skip=1')}`,
  ],
];

function encodePath(path: string): string {
  return Buffer.from(path).toString('base64url');
}

async function leaveInTheMiddle(server: TestServer) {
  server.answerGraph('hang');
  const before = server.graph.requests.length;
  const authorization = `Authorization: Bearer ${await server.token({ uti: 'leaves' })}`;
  return sendBytes(server.origin, request('/api/me', [authorization]), (socket) => {
    const timer = setInterval(() => {
      if (server.graph.requests.length > before) socket.destroy();
    }, 5);
    socket.once('close', () => clearInterval(timer));
  });
}

/** Requests that a client can send or fail to complete. */
export const inputFaults: readonly Fault[] = [
  ...rows.map(([name, bytes, status, code]): Fault => ({
    name,
    act: (server) => sendBytes(server.origin, bytes),
    status,
    ...(code ? { code } : {}),
  })),
  ...behaviors.map(([name, bytes, then, status, code]): Fault => ({
    name,
    act: (server) => sendBytes(server.origin, bytes, then),
    status,
    ...(code ? { code } : {}),
  })),
  ...cursors.map(([name, query]): Fault => ({
    name,
    act: (server) => askAsUser(server, `/api/files?${query}`),
    status: 400,
    code: 'request_invalid',
  })),
  { name: 'a client that disconnects during a Graph request', act: leaveInTheMiddle, status: 0 },
];
