import { createServer } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localhostCertificates } from '../../../scripts/certificates.ts';

/** What a stub answers; `hang` and `reset` are what networks do. */
export type StubAnswer =
  | 'hang'
  | 'reset'
  | {
      status?: number;
      headers?: Record<string, string>;
      json?: unknown;
      body?: string | Buffer;
      cut?: boolean;
    };

export interface StubRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Resolves when the one who asked has closed the connection before an answer. */
  readonly abandoned: Promise<void>;
}

export interface StubService {
  readonly origin: string;
  readonly requests: StubRequest[];
  close(): Promise<void>;
}

/** A service of one's own over real HTTPS. @param answer decides, per request */
export async function startStubService(
  answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>,
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
  // By number: behind the name `localhost` another program may have the same port in the other address family.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function write(res: ServerResponse, answer: StubAnswer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    res.destroy();
    return;
  }
  const { status = 200, headers = {}, json, cut = false } = answer;
  const body = json === undefined ? (answer.body ?? '') : JSON.stringify(json);
  const type = json === undefined ? 'text/html' : 'application/json';
  const extra = cut ? { 'content-length': String(body.length + 100) } : {};
  res.writeHead(status, { 'content-type': type, ...extra, ...headers });
  if (cut) res.write(body, () => res.destroy());
  else res.end(body);
}
