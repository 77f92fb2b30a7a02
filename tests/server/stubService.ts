import { createServer } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { localhostCertificates } from 'office-addin-tools/testing';

/** A stub's response, or a network failure. */
export type StubResponse =
  | 'hang'
  | 'reset'
  | {
      status?: number;
      headers?: Record<string, string>;
      json?: unknown;
      body?: string | Buffer;
      cut?: boolean;
      /** Sends the headers and the first byte of the body, then nothing. */
      stall?: boolean;
      /** Sends one byte of the body per this many milliseconds. */
      dripMs?: number;
    }
  /** Sends these bytes and closes the connection. */
  | { raw: string };

export interface StubRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Resolves if the client closes the connection before the response. */
  readonly abandoned: Promise<void>;
}

export interface StubService {
  readonly origin: string;
  readonly requests: StubRequest[];
  /** Number of open connections. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Starts a stub service over HTTPS. @param answer returns the response to a request */
export async function startStubService(
  answer: (request: StubRequest) => StubResponse | Promise<StubResponse>,
): Promise<StubService> {
  const { cert, key } = await localhostCertificates();
  const requests: StubRequest[] = [];
  const serve = async (req: IncomingMessage, res: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const request: StubRequest = {
      method: req.method ?? '',
      url: new URL(req.url ?? '/', 'https://localhost'),
      headers: req.headers,
      body: Buffer.concat(chunks).toString('utf8'),
      abandoned: new Promise((resolve) => res.once('close', () => !res.writableFinished && resolve())),
    };
    requests.push(request);
    write(res, await answer(request));
  };
  const server = createServer({ cert, key }, (req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  const open = new Set<Duplex>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  // Not `localhost`: another program may use the same port in the other address family.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => open.size,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function write(res: ServerResponse, answer: StubResponse): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    res.destroy();
    return;
  }
  if ('raw' in answer) {
    res.socket?.end(answer.raw, 'latin1');
    return;
  }
  const { status = 200, headers = {}, json, cut = false, stall = false, dripMs } = answer;
  const body = json === undefined ? (answer.body ?? '') : JSON.stringify(json);
  const type = json === undefined ? 'text/html' : 'application/json';
  const extra = cut ? { 'content-length': String(body.length + 100) } : {};
  res.writeHead(status, { 'content-type': type, ...extra, ...headers });
  if (cut) res.write(body, () => res.destroy());
  else if (stall) res.write(body.slice(0, 1));
  else if (dripMs !== undefined) drip(res, body, dripMs);
  else res.end(body);
}

function drip(res: ServerResponse, body: string | Buffer, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent >= body.length) res.end();
    else res.write(body.slice(sent, (sent += 1)));
  }, everyMs);
  res.once('close', () => clearInterval(timer));
}
