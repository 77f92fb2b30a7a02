import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { MAX_HEADER_BYTES, type Limits } from '../limits.ts';
import { refuseConnection, type RefusalDeps } from './refuseConnection.ts';

/** The front end of App Service drops idle connections after about 230 s; it has to be the first to do so. */
const KEEP_ALIVE_MS = 245_000;

export interface HttpServerDeps extends RefusalDeps {
  readonly handler: RequestListener;
  readonly limits: Pick<Limits, 'headersMs' | 'receiveMs'>;
}

/** PEM. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * The server with limits on how long a client may take to say what it wants; what is no HTTP is answered as a
 * problem too. @throws Error when certificate and key cannot be used
 */
export function createServer(deps: HttpServerDeps, tls: TlsFiles | null): Server {
  const { handler, limits } = deps;
  const { headersMs, receiveMs } = limits;
  const options = {
    // How often Node looks whether one of the next two has passed.
    connectionsCheckingInterval: headersMs / 5,
    headersTimeout: headersMs,
    requestTimeout: receiveMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requireHostHeader: false,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  const refuse = refuseConnection(deps);
  const listener: RequestListener = (req, res) => {
    // RFC 9112 3.2 demands 400; Node would send it without a body.
    if (req.httpVersion === '1.1' && req.headers.host === undefined) refuse(new Error('No Host'), req.socket);
    else handler(req, res);
  };
  const server = tls
    ? createHttpsServer({ ...options, ...tls, handshakeTimeout: headersMs }, listener)
    : createHttpServer(options, listener);
  server.on('clientError', refuse);
  // This is no proxy. Without a listener Node would hang up without a word.
  server.on('connect', (_req, socket) => refuse(new Error('CONNECT'), socket));
  // An expectation that nobody knows may be left unmet (RFC 9110 10.1.1); Node would answer it without a body.
  server.on('checkExpectation', listener);
  return server;
}
