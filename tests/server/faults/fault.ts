import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { ProblemCode } from '../../../src/contract/catalogue.ts';
import type { TestServer } from '../testServer.ts';

/** One row of the table: what goes wrong, and what the client receives. */
export interface Fault {
  readonly name: string;
  /** Causes the fault, and returns the response. */
  readonly act: (server: TestServer) => Promise<RawResponse>;
  /** 0: the connection closes without a response, because the client has disconnected. */
  readonly status: number;
  readonly code?: ProblemCode;
  /** True if the server needs fixing, so the log must contain an error. */
  readonly logsError?: true;
}

/** Part of every text from another system. It must reach neither the client nor the log. */
export const UPSTREAM_TEXT = 'Adele Vance wrote this upstream';

export async function ask(
  server: TestServer,
  path: string,
  token: string | undefined,
  lines: readonly string[] = [],
): Promise<RawResponse> {
  const authorization = token === undefined ? [] : [`Authorization: Bearer ${token}`];
  return sendBytes(server.origin, request(path, [...authorization, ...lines]));
}

/** Uses a new valid token, so that no response comes from a cache. */
export async function askAsUser(
  server: TestServer,
  path = '/api/me',
  lines: readonly string[] = [],
): Promise<RawResponse> {
  return ask(server, path, await server.token({ uti: randomUUID() }), lines);
}

/** A response as received over the socket. */
export interface RawResponse {
  /** 0: the connection closed without a response. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** All bytes received, to check for leaks. */
  readonly text: string;
}

/** Longer than any response may take. */
const TIMEOUT_MS = 20_000;

/**
 * Sends raw bytes, which fetch would normalize, and reads until the connection closes.
 * @param then called after the bytes are sent, for example to stall or disconnect
 */
export function sendBytes(
  origin: string,
  bytes: string | Buffer,
  then: (socket: Socket) => void = () => undefined,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    const timer = setTimeout(() => {
      socket.destroy();
      reject(
        new Error(`The connection is still open after ${TIMEOUT_MS} ms; received: ${text.slice(0, 200)}`),
      );
    }, TIMEOUT_MS);
    socket.on('connect', () => socket.write(bytes, 'latin1', () => then(socket)));
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    // Data received before a reset still counts; `close` follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(parse(text));
    });
  });
}

function parse(text: string): RawResponse {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? 0);
  return { status, headers, body: end < 0 ? '' : text.slice(end + 4), text };
}

/** Returns a request with `Connection: close`, so that the end of the response is known. @param lines additional headers */
export function request(path: string, lines: readonly string[] = [], method = 'GET'): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: addin.example', 'Connection: close', ...lines, '', ''].join(
    '\r\n',
  );
}
