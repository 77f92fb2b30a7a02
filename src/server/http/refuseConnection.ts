import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { CORRELATION_HEADER } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import { HEADERS_TOO_LARGE } from '../auth/tokenSize.ts';
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

/** Answers what is not even a request, as a problem, and ends the connection. */
export function refuseConnection({ logger, addinOrigin }: RefusalDeps) {
  return (error: Error, socket: Duplex): void => {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!socket.writable || isAnswering(socket) || code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const [status, detail] = Object.hasOwn(faults, code)
      ? (faults[code] ?? [400, ''])
      : [400, 'This is not HTTP.'];
    const correlationId = randomUUID();
    logger.info({ status, correlationId, fault: code }, 'A connection was refused.');
    const problem = new ProblemError('request_invalid', { detail });
    const { headers, body } = problemResponse(problem, correlationId, addinOrigin);
    const text = JSON.stringify({ ...body, status });
    const lines = Object.entries({
      ...headers,
      'Content-Length': String(Buffer.byteLength(text)),
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      [CORRELATION_HEADER]: correlationId,
      Connection: 'close',
    }).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
}

/** An answer to an earlier request is under way here: anything written now would be taken for a part of it. */
function isAnswering(socket: Duplex): boolean {
  // Node's own answer to such errors asks the same; there is no public way to it.
  const { _httpMessage: answer } = socket as Duplex & { _httpMessage?: { headersSent?: boolean } | null };
  return answer?.headersSent === true;
}
