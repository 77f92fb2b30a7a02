import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { CORRELATION_HEADER } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import { HEADERS_TOO_LARGE } from '../auth/tokenValidator.ts';
import { problemResponse } from './problemResponse.ts';

/** Status and detail by error code of Node's parser and timers. Any other code: 400. */
const responses: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, HEADERS_TOO_LARGE],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};
/** Time for the response to reach the client before the connection is destroyed. */
const LINGER_MS = 500;

export interface MalformedRequestDeps {
  readonly logger: Logger;
  /** Origin of the add-in, for the RFC 9457 `type`. */
  readonly addinOrigin: string;
}

/** Responds to malformed requests with a problem, and closes the connection. */
export class MalformedRequests {
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
