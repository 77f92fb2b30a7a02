import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { MAX_HEADER_BYTES, type Limits } from '../limits.ts';
import { Connections } from './connections.ts';
import { Refusals, type RefusalDeps } from './refuseConnection.ts';

/** The front end of App Service drops idle connections after about 230 s; it has to be the first to do so. */
const KEEP_ALIVE_MS = 245_000;

export interface HttpServerDeps extends RefusalDeps {
  readonly handler: RequestListener;
  readonly limits: Pick<
    Limits,
    'headersMs' | 'receiveMs' | 'stallMs' | 'deliverMs' | 'pipelined' | 'connections'
  >;
}

/** PEM. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Creates the server, with limits on what one client may take of it: time to send a request and to receive the answer,
 * requests at once on a connection, and connections. Answers what is no HTTP with a problem.
 * @throws Error when certificate and key cannot be used
 */
export function createServer(deps: HttpServerDeps, tls: TlsFiles | null): Server {
  const { headersMs, receiveMs, stallMs } = deps.limits;
  const options = {
    // How often Node looks whether one of the next two has passed.
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
  // Not in Node's documentation, but in its http since 2010: a client may close its half and wait for the answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.timeout = stallMs;
  serveConnections(server, deps, tls !== null);
  return server;
}

function serveConnections(server: Server, deps: HttpServerDeps, tls: boolean): void {
  const refusals = new Refusals(deps);
  const handler: RequestListener = (req, res) => {
    // RFC 9112 3.2 demands 400; Node would send it without a body.
    if (req.httpVersion === '1.1' && req.headers.host === undefined) refusals.onResponse(res);
    else deps.handler(req, res);
  };
  const connections = new Connections({ ...deps, handler });
  const take: RequestListener = (req, res) => connections.of(req.socket)?.take(req, res);
  const refuse = (code: string, socket: Duplex) => {
    const write = () => refusals.onSocket(socket, code);
    const connection = connections.of(socket);
    if (connection) connection.refuse(write);
    else write();
  };
  server.on('connection', (socket: Socket) => connections.accept(socket, tls));
  server.on('secureConnection', (socket: Socket) => connections.secured(socket));
  server.on('request', take);
  // An expectation that nobody knows may be left unmet (RFC 9110 10.1.1); Node would answer it without a body.
  server.on('checkExpectation', take);
  // This is no proxy. Without a listener Node would hang up without a word.
  server.on('connect', (_req, socket) => refuse('', socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { code = '' } = error;
    if (LEFT.has(code)) socket.destroy();
    // Bytes after a request with `Connection: close`, whose answer ends the connection.
    else if (code !== 'HPE_CLOSED_CONNECTION') refuse(code, socket);
  });
  sweep(server, connections);
}

/** The client has left. */
const LEFT: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

function sweep(server: Server, connections: Connections): void {
  let timer: NodeJS.Timeout | undefined;
  server.on('listening', () => {
    timer = setInterval(() => connections.sweep(), connections.sweepMs).unref();
  });
  server.on('close', () => clearInterval(timer));
}
