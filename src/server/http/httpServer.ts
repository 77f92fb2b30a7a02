import { randomUUID } from 'node:crypto';
import {
  createServer as createHttpServer,
  STATUS_CODES,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { CORRELATION_HEADER } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import { HEADERS_TOO_LARGE } from '../auth/tokenValidator.ts';
import { MAX_HEADER_BYTES, type Limits } from '../limits.ts';
import { Connections } from './connections.ts';
import { problemResponse } from './api.ts';

/** Longer than the about 230 s after which App Service's front end drops idle connections: it must close them first. */
const KEEP_ALIVE_MS = 245_000;

interface HttpServerDeps extends MalformedRequestDeps {
  readonly handler: RequestListener;
  readonly limits: Pick<
    Limits,
    'headersMs' | 'receiveMs' | 'stallMs' | 'deliverMs' | 'pipelined' | 'connections'
  >;
}

/** Certificate and private key as PEM. */
interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Creates the server, with limits per client: time to send a request and to receive the response, pipelined requests per
 * connection, and connections. Responds to malformed requests with a problem.
 * @throws Error if the certificate or the key is invalid
 */
export function createServer(deps: HttpServerDeps, tls: TlsFiles | null): Server {
  const { headersMs, receiveMs, stallMs } = deps.limits;
  const options = {
    // How often Node checks the next two limits.
    connectionsCheckingInterval: headersMs / 5,
    headersTimeout: headersMs,
    requestTimeout: receiveMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requireHostHeader: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    allowHalfOpen: true,
  };
  const server = tls
    ? createHttpsServer({ ...options, ...tls, handshakeTimeout: headersMs })
    : createHttpServer(options);
  // Undocumented, but part of Node's http since 2010: lets a client close its half and wait for the response.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.timeout = stallMs;
  serveConnections(server, deps, tls !== null);
  return server;
}

function serveConnections(server: Server, deps: HttpServerDeps, tls: boolean): void {
  const malformed = new MalformedRequests(deps);
  const handler: RequestListener = (req, res) => {
    // RFC 9112 3.2 requires 400; Node would send it without a body.
    if (req.httpVersion === '1.1' && req.headers.host === undefined) malformed.answer(res);
    else deps.handler(req, res);
  };
  const connections = new Connections({ ...deps, handler });
  const take: RequestListener = (req, res) => connections.of(req.socket)?.take(req, res);
  const refuse = (code: string, socket: Duplex) => {
    const write = () => malformed.answerOnSocket(socket, code);
    const connection = connections.of(socket);
    if (connection) connection.refuse(write);
    else write();
  };
  server.on('connection', (socket: Socket) => connections.accept(socket, tls));
  server.on('secureConnection', (socket: Socket) => connections.secured(socket));
  server.on('request', take);
  // A server may ignore an unknown expectation (RFC 9110 10.1.1); Node would send an error without a body.
  server.on('checkExpectation', take);
  // Not a proxy: respond to CONNECT with an error. Without a listener, Node closes the connection silently.
  server.on('connect', (_req, socket) => refuse('', socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { code = '' } = error;
    if (DISCONNECT_CODES.has(code)) socket.destroy();
    // Ignore bytes after a request with `Connection: close`: its response ends the connection.
    else if (code !== 'HPE_CLOSED_CONNECTION') refuse(code, socket);
  });
  startSweeping(server, connections);
}

const DISCONNECT_CODES: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

function startSweeping(server: Server, connections: Connections): void {
  let timer: NodeJS.Timeout | undefined;
  server.on('listening', () => {
    timer = setInterval(() => connections.sweep(), connections.sweepMs).unref();
  });
  server.on('close', () => clearInterval(timer));
}

/** Status and detail by error code of Node's parser and timers. Any other code: 400. */
const responses: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, HEADERS_TOO_LARGE],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};
/** Time for the response to reach the client before the connection is destroyed. */
const LINGER_MS = 500;

interface MalformedRequestDeps {
  readonly logger: Logger;
  /** Origin of the add-in, for the RFC 9457 `type`. */
  readonly addinOrigin: string;
}

/** Responds to malformed requests with a problem, and closes the connection. */
class MalformedRequests {
  readonly #deps: MalformedRequestDeps;

  constructor(deps: MalformedRequestDeps) {
    this.#deps = deps;
  }

  /** Responds without a request object. @param code of Node's parser */
  answerOnSocket(socket: Duplex, code: string): void {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const { status, headers, body } = this.#respondTo(code);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  }

  /** Responds to a request that was read completely. */
  answer(res: ServerResponse): void {
    const { status, headers, body } = this.#respondTo('');
    res.writeHead(status, headers).end(body);
  }

  #respondTo(code: string): { status: number; headers: Record<string, string>; body: string } {
    const { logger, addinOrigin } = this.#deps;
    const [status, detail] = Object.hasOwn(responses, code)
      ? (responses[code] ?? [400, ''])
      : [400, 'The request is not valid HTTP.'];
    const correlationId = randomUUID();
    logger.info({ status, correlationId, fault: code }, 'Rejected a malformed request.');
    const problem = new ProblemError('request_invalid', { detail, status });
    const response = problemResponse(problem, correlationId, addinOrigin);
    const body = JSON.stringify(response.body);
    const headers = {
      ...response.headers,
      'Content-Length': String(Buffer.byteLength(body)),
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      [CORRELATION_HEADER]: correlationId,
      Connection: 'close',
    };
    return { status, headers, body };
  }
}
