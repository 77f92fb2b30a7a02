import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { CORRELATION_HEADER } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import { HEADERS_TOO_LARGE } from '../auth/bearerToken.ts';
import { problemResponse } from './problemResponse.ts';

/** What Node's parser and timers complain of, where it is more than nonsense. */
const faults: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, HEADERS_TOO_LARGE],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};
/** Time for the answer to reach the client before the connection is torn down. */
const LINGER_MS = 500;

export interface RefusalDeps {
  readonly logger: Logger;
  /** Origin of the add-in, for the `type` of RFC 9457. */
  readonly addinOrigin: string;
}

/** Answers what is not even a request with a problem, and ends the connection. */
export class Refusals {
  readonly #deps: RefusalDeps;

  constructor(deps: RefusalDeps) {
    this.#deps = deps;
  }

  /** @param code of Node's parser */
  onSocket(socket: Duplex, code: string): void {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const { status, headers, body } = this.#refusal(code);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  }

  /** In place of the answer to a request that was read to its end. */
  onResponse(res: ServerResponse): void {
    const { status, headers, body } = this.#refusal('');
    res.writeHead(status, headers).end(body);
  }

  #refusal(code: string): { status: number; headers: Record<string, string>; body: string } {
    const { logger, addinOrigin } = this.#deps;
    const [status, detail] = Object.hasOwn(faults, code)
      ? (faults[code] ?? [400, ''])
      : [400, 'This is not HTTP.'];
    const correlationId = randomUUID();
    logger.info({ status, correlationId, fault: code }, 'A connection was refused.');
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
