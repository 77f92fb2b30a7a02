import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { localhostCertificates } from 'office-addin-tools/testing';
import type { TestServer } from './testServer.ts';

export interface RawClient {
  readonly socket: Socket;
  /** Everything received so far. */
  readonly text: () => string;
  /** Status codes of the responses so far, without interim ones. */
  readonly statuses: () => number[];
  readonly closed: Promise<void>;
}

/** Connects a plain or TLS socket to the server, for requests that an HTTP client would not send. */
export async function openSocket(server: TestServer, tls = false): Promise<RawClient> {
  const port = Number(new URL(server.origin).port);
  const { ca } = await localhostCertificates();
  const at = { port, host: '127.0.0.1', allowHalfOpen: true };
  const socket: Socket = tls ? connectTls({ ...at, servername: 'localhost', ca }) : connect(at);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined).on('end', () => socket.end());
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve) => socket.once(tls ? 'secureConnect' : 'connect', resolve));
  const statuses = () =>
    [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => Number(code)).filter((code) => code >= 200);
  return { socket, text: () => text, statuses, closed };
}

/** Returns the bytes of a GET request. @param lines header lines */
export const rawGet = (path: string, ...lines: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: a', ...lines, '', ''].join('\r\n');

export const bearerLine = async (server: TestServer) => `Authorization: Bearer ${await server.token()}`;
